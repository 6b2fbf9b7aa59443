/**
 * Makes a fresh or changed checkout ready to run: the right Node, the dependencies of the lock file, the build.
 * Needs nothing but Node itself, and no network once the dependencies are there. Speaks on stderr only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesAreInstalled } from './installed-dependencies.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (message) => process.stderr.write(`bandgap: ${message}\n`);

class NotReady extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new NotReady(`Node 20.19 or newer is needed, this is ${process.versions.node} (${process.execPath})`);
}

function run(what, program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new NotReady(`${what} failed${error ? `: ${error.message}` : ''}`);
}

/** The npm that started us, so that neither PATH nor npm.cmd matters; else the one beside this Node, or on the PATH. */
function npm(...args) {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: npm sets it, and turbo runs no part of this
  const cli = [process.env.npm_execpath, beside].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? [process.execPath, [cli, ...args]] : ['npm', args];
}

function install() {
  if (dependenciesAreInstalled(root)) return;
  say('installing dependencies (first start, about 20 s)');
  run('npm ci', ...npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'));
}

/** The compiler trusts its own record of what it built, so the record of a project without output has to go. */
function build() {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  const unbuilt = references
    .map(({ path }) => join(root, path))
    .filter((project) => !existsSync(join(project, 'dist')));
  for (const project of unbuilt) rmSync(join(project, 'tsconfig.tsbuildinfo'), { force: true });
  if (unbuilt.length > 0) say('building');
  run('the build', process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
}

try {
  checkNode();
  await oneAtATime(join(root, '.bandgap', 'ensure-ready.lock'), say, () => {
    install();
    build();
  });
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  say(error.message);
  process.exit(1);
}
