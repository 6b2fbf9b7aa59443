/** What the linter says of files, in a copy of the house that holds nothing else. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { manifests, root } from './files.ts';

const rules = ['biome.json', '.gitignore', 'infra/lint', ...manifests.map(({ path }) => path)];

/** All it says of each file, as a person reads it; a file without fault is not in it. */
export function lintFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const house = mkdtempSync(join(tmpdir(), 'bandgap-house-'));
  try {
    for (const path of rules) cpSync(join(root, path), join(house, path), { recursive: true });
    for (const [path, code] of files) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), `${code}\n`);
    }
    return byFile(lint(house));
  } finally {
    rmSync(house, { recursive: true });
  }
}

function lint(directory: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--colors=off', '--max-diagnostics=none', '.'],
    { cwd: directory, encoding: 'utf8' },
  );
  if (!stdout.includes('Checked')) throw new Error(`expected biome to check ${directory}, but it said: ${stderr}`);
  return stderr;
}

/** Each complaint starts with a line of its own, as `packages/core/src/unit.ts:1:19 lint/style/noEnum ━━━━`. */
function byFile(report: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const complaint of report.split(/^(?=\S.* ━+$)/m)) {
    const path = /^([^\s:]+)\S* (?:lint\/|plugin)/.exec(complaint)?.[1];
    if (path !== undefined) said.set(path, `${said.get(path) ?? ''}${complaint}`);
  }
  return said;
}
