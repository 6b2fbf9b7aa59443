/** What the documents say of the house is so: links and paths lead somewhere, names and commands exist, figures are the engine's. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { floorProjects } from '@bandgap/catalog';
import { receiptOf, startOf } from '@bandgap/core';
import { expect, test } from 'vitest';
import { filesBelow, manifests, root, textOf } from './files.ts';

const documents = filesBelow('.').filter((path) => path.endsWith('.md') && !path.endsWith('.fixture.md'));
const paths = filesBelow('.').flatMap((path) => [path, ...parentsOf(path)]);

function parentsOf(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [parent, ...parentsOf(parent)];
}

interface Mention {
  readonly path: string;
  readonly name: string;
}

/** All that the first group of a pattern finds in the documents. */
const mentions = (pattern: RegExp, inDocuments = documents): readonly Mention[] =>
  inDocuments.flatMap((path) => [...textOf(path).matchAll(pattern)].map(([, name = '']) => ({ path, name })));

const untrue = (all: readonly Mention[], holds: (name: string, path: string) => boolean) =>
  all.filter(({ path, name }) => !holds(name, path)).map(({ path, name }) => `${path}: ${name}`);

/** `<id>` stands for any name. */
function exists(path: string): boolean {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/<[^>]+>/g, '[\\w-]+')}$`);
  return paths.some((candidate) => pattern.test(candidate));
}

test('every relative link leads to a file', () => {
  const links = mentions(/\]\((?!https?:|#)([^)#\s]+)/g);
  expect(links.length).toBeGreaterThan(20);
  expect(untrue(links, (target, path) => existsSync(join(root, dirname(path), target)))).toEqual([]);
});

test('every path in backticks exists', () => {
  const named = mentions(/`((?:packages|apps|test|infra|scripts|docs|bench|\.ci)(?:\/[\w.<>@-]+)+)`/g);
  expect(named.length).toBeGreaterThan(50);
  expect(untrue(named, exists)).toEqual([]);
});

test('every path in the drawing of ARCHITECTURE.md exists', () => {
  const drawn = mentions(/^ .* {2}((?:packages|apps)\/[\w.<>-]+(?:\/[\w.<>-]+)*)/gm, ['ARCHITECTURE.md']);
  expect(drawn.length).toBeGreaterThan(10);
  expect(untrue(drawn, exists)).toEqual([]);
});

test('every package and app stands in the tree and among the imports of ARCHITECTURE.md', () => {
  const architecture = textOf('ARCHITECTURE.md');
  const names = manifests
    .map(({ path }) => dirname(path))
    .filter((path) => path !== '.')
    .map((path) => basename(path));
  const missing = names.filter(
    (name) => !architecture.includes(`\n  ${name}/ `) || !new RegExp(`^\\|.*\`${name}\`.*\\|`, 'm').test(architecture),
  );
  expect(missing).toEqual([]);
});

const terms = [...textOf('GLOSSARY.md').matchAll(/^- \*\*([^*]+)\*\*(?: \(`(\w+)`\))?: \S/gm)];

test('the glossary is in alphabetical order, each term once', () => {
  const names = terms.map(([, term = '']) => term.toLowerCase());
  expect(names).toEqual([...new Set(names)].sort());
});

const [, listOfTables = ''] = /interface Tables \{\n(.*?)\n\}/s.exec(textOf('packages/db/src/tables.ts')) ?? [];
const tables = [...listOfTables.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name = '']) => name);

test('every table has a term in the glossary and a row in ARCHITECTURE.md', () => {
  expect(tables.length).toBeGreaterThan(10);
  const explained = terms.map(([, , table]) => table).filter((table) => table !== undefined);
  expect(explained.toSorted()).toEqual(tables.toSorted());
  const rows = [...textOf('ARCHITECTURE.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(tables.filter((table) => !rows.includes(table))).toEqual([]);
});

test('ARCHITECTURE.md names every key that holds a step', () => {
  const keys = textOf('packages/db/schema.txt').match(/\w+_once\b/g) ?? [];
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key) => !textOf('ARCHITECTURE.md').includes(`\`${key}\``))).toEqual([]);
});

test('the table of settings in README.md has every setting, and no other', () => {
  const variable = '(?:BANDGAP_[A-Z_]+|DATABASE_URL|REDIS_URL)';
  const settings = new Set(textOf('apps/cli/src/settings.ts').match(new RegExp(`\\b${variable}(?=:)`, 'g')));
  const rows = [...textOf('README.md').matchAll(new RegExp(`^\\| \`(${variable})\` \\|`, 'gm'))].map(
    ([, name]) => name,
  );
  expect(rows.toSorted()).toEqual([...settings].sort());
});

test('every npm script and every bandgap command that is named exists', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
  expect(untrue(mentions(/\bnpm run ([\w:-]+)/g), (name) => name in scripts)).toEqual([]);
  const commands = new Set(
    filesBelow('apps/cli/src/commands').flatMap((path) =>
      [...textOf(path).matchAll(/\.command\('(\w+)/g)].map(([, name]) => name),
    ),
  );
  const named = mentions(/(?:npx |`)bandgap ([a-z]+)/g);
  expect(named.length).toBeGreaterThan(10);
  expect(untrue(named, (name) => commands.has(name))).toEqual([]);
});

test('the receipt that is shown is the one of the floor', () => {
  const floor = floorProjects.find(({ id }) => id === 'vr-nvl72/contract_5y');
  const at = startOf(floor?.asOf ?? '');
  const inputs = (floor?.assumptions ?? []).map(
    ({ id, role, value }) => ({ kind: 'assumption', id, role, value }) as const,
  );
  const question = { model: 'rental-floor', version: 1, subject: floor?.id ?? '', asOf: at, knownAt: at, inputs };
  const receipts = mentions(/(?:verify|explain) ([0-9a-f]{12})\b/g, ['README.md', 'docs/operations.md']);
  expect(new Set(receipts.map(({ name }) => name))).toEqual(new Set([receiptOf(question).slice(0, 12)]));
});
