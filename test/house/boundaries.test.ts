/** Every boundary of the house bites where it is crossed, says what to do instead, and leaves the rest alone. */
import { expect, test } from 'vitest';
import { lintFiles } from './lint-files.ts';

interface Snippet {
  /** A folder, or a file where the name matters. */
  readonly in: string;
  readonly code: string;
}

type Crossing = Snippet & { readonly says: string };

const use = (name: string) => `import { thing } from '${name}';\nthing();`;

const pure = ['core', 'catalog', 'sources', 'models', 'alerts', 'charts'];

const layers: readonly Crossing[] = [
  { in: 'packages/core/src', code: use('@bandgap/catalog'), says: 'stands alone' },
  { in: 'packages/embedded-postgres/src', code: use('@bandgap/core'), says: 'stands alone' },
  ...['catalog', 'db', 'queue', 'outbound'].map((name) => ({
    in: `packages/${name}/src`,
    code: use('@bandgap/models'),
    says: 'imports core alone',
  })),
  ...['alerts', 'charts', 'models', 'sources'].flatMap((name) =>
    ['db', 'queue', 'outbound', 'receipts'].map((other) => ({
      in: `packages/${name}/src`,
      code: use(`@bandgap/${other}`),
      says: 'return what to store or send',
    })),
  ),
  { in: 'packages/models/src', code: use('@bandgap/sources'), says: 'import core and catalog alone' },
  { in: 'packages/receipts/src', code: use('@bandgap/queue'), says: 'receipts imports core, catalog, sources' },
  { in: 'packages/views/src', code: use('@bandgap/queue'), says: 'views and exports read the database' },
  { in: 'packages/png/src', code: use('@bandgap/charts'), says: 'stands alone' },
  ...['ingest', 'worker', 'api', 'mcp', 'cli'].map((app) => ({
    in: 'packages/db/src',
    code: use(`@bandgap/${app}`),
    says: 'Packages know nothing of the apps',
  })),
  { in: 'apps/worker/src', code: use('@bandgap/ingest'), says: 'only the command line starts them' },
  { in: 'apps/api/src', code: use('@bandgap/db/src/tables.ts'), says: 'imported by its name alone' },
  { in: 'apps/api/src', code: use('../../../packages/db/src/tables.ts'), says: 'imported by its name alone' },
  { in: 'test/db', code: use('../../packages/db/src/tables.ts'), says: 'imported by its name alone' },
  { in: 'packages/models/src', code: `export * from '@bandgap/db';`, says: 'are pure' },
  { in: 'packages/models/src', code: `export type Db = import('@bandgap/db').Db;`, says: 'are pure' },
  { in: 'packages/models/src', code: `export const late = await import('@bandgap/db');`, says: 'are pure' },
  { in: 'packages/models/src/a.test.ts', code: use('@bandgap/db'), says: 'are pure' },
  { in: 'packages/core/src', code: use('left-pad'), says: "isn't specified in packages/core/package.json" },
];

const owners: readonly Crossing[] = [
  { in: 'apps/worker/src', code: use('kysely'), says: 'Only @bandgap/db writes SQL' },
  { in: 'packages/queue/src', code: use('pg-copy-streams'), says: 'Only @bandgap/db writes SQL' },
  { in: 'apps/api/src', code: use('pg'), says: 'Only @bandgap/db and @bandgap/queue connect' },
  { in: 'packages/embedded-postgres/src', code: use('pg'), says: 'Only @bandgap/db and @bandgap/queue connect' },
  { in: 'apps/worker/src', code: use('bullmq'), says: 'through openQueues()' },
  { in: 'apps/cli/src', code: use('ioredis'), says: 'through openQueues()' },
  { in: 'apps/ingest/src', code: use('undici'), says: 'through @bandgap/outbound' },
  { in: 'apps/ingest/src', code: `await fetch('https://example.com');`, says: 'through @bandgap/outbound' },
  { in: 'packages/db/src', code: use('node:process'), says: 'Use the global `process`' },
];

const reaches: readonly (readonly [string, string])[] = [
  ...['fs', 'net', 'http', 'https', 'child_process', 'worker_threads', 'timers/promises'].map(
    (module) => [use(`node:${module}`), 'runs without Node'] as const,
  ),
  [`export const answer = fetch('https://example.com');`, 'the app makes the request'],
  [`export const answer = globalThis.fetch('https://example.com');`, 'take what you need as an argument'],
  ['export const home = process.cwd();', 'take the setting as an argument'],
  ['setTimeout(() => 0, 1);', 'whoever calls it decides when'],
  ['setInterval(() => 0, 1);', 'whoever calls it decides when'],
  ['export const now = new Date();', 'take the time as an argument'],
  ['export const now = Date.now();', 'take the time as an argument'],
  ['export const chance = Math.random();', 'take chance as an argument'],
  ['export const id = crypto.randomUUID();', 'take chance as an argument'],
];

const impurities: readonly Crossing[] = [
  ...pure.flatMap((name) => reaches.map(([code, says]) => ({ in: `packages/${name}/src`, code, says }))),
  { in: 'packages/models/src', code: use('node:crypto'), says: 'runs without Node' },
];

const onlySettings = 'Only apps/cli/src/settings.ts reads the environment';

const environment: readonly Crossing[] = [
  { in: 'apps/api/src', code: 'export const port = process.env.PORT;', says: onlySettings },
  { in: 'apps/worker/src', code: 'export const { PORT } = process.env;', says: onlySettings },
  { in: 'packages/queue/src', code: 'export const port = process.env.PORT;', says: onlySettings },
  { in: 'apps/cli/src/lifecycle.ts', code: 'export const port = process.env.PORT;', says: onlySettings },
];

const style: readonly Crossing[] = [
  { in: 'apps/api/src', code: 'export default 1;', says: 'noDefaultExport' },
  { in: 'packages/db/src', code: 'export const loose = (row: any) => row;', says: 'noExplicitAny' },
  { in: 'packages/core/src', code: 'export enum Unit { Usd }', says: 'noEnum' },
  {
    in: 'packages/core/src',
    code: 'export const one = (row: unknown) => row as number;',
    says: 'noUnsafeTypeAssertion',
  },
  {
    in: 'packages/core/src',
    code: 'export const one = (row: number | undefined) => row!;',
    says: 'noNonNullAssertion',
  },
  {
    in: 'packages/core/src',
    code: 'export const f = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;',
    says: 'useMaxParams',
  },
  { in: 'packages/core/src', code: `export * from './unit.ts';`, says: 'noBarrelFile' },
  { in: 'apps/cli/src', code: 'console.log(1);', says: 'noConsole' },
  { in: 'apps/cli/src', code: 'export const load = async () => 1;\nload();', says: 'noFloatingPromises' },
  { in: 'apps/cli/src/CamelCase.ts', code: 'export const one = 1;', says: 'useFilenamingConvention' },
  { in: 'apps/cli/src', code: 'export const one = 1;\n'.repeat(401), says: 'noExcessiveLinesPerFile' },
  { in: 'packages/db/src/b.test.ts', code: 'test.only(() => {});', says: 'noFocusedTests' },
  { in: 'packages/db/src/c.test.ts', code: 'describe.skip(() => {});', says: 'noSkippedTests' },
];

const allowed: readonly Snippet[] = [
  { in: 'packages/core/src', code: use('node:crypto') },
  { in: 'packages/core/src/time.ts', code: 'export const systemClock = () => new Date().toISOString();' },
  { in: 'packages/models/src', code: `${use('@bandgap/core')}\nexport const day = new Date('2026-05-01');` },
  { in: 'packages/models/src', code: `export const terms = ['spot', '1y'] as const;` },
  { in: 'packages/models/src/d.test.ts', code: `${use('node:fs')}\nexport const now = Date.now();` },
  { in: 'packages/sources/src', code: use('@bandgap/catalog') },
  { in: 'packages/receipts/src', code: use('@bandgap/db') },
  { in: 'packages/db/src', code: use('kysely') },
  { in: 'packages/queue/src', code: use('ioredis') },
  { in: 'packages/embedded-postgres/src/e.test.ts', code: use('pg') },
  { in: 'packages/outbound/src', code: use('undici') },
  { in: 'packages/db/src/index.ts', code: `export * from './tables.ts';` },
  { in: 'apps/cli/src', code: use('@bandgap/worker') },
  { in: 'apps/cli/src/settings.ts', code: 'export const port = process.env.PORT;' },
  { in: 'apps/cli/src/lifecycle.ts', code: 'export const script = process.env.npm_lifecycle_event;' },
  { in: 'packages/db/src/f.test.ts', code: 'describe.skipIf(true)(() => {});' },
];

const crossings = [...layers, ...owners, ...impurities, ...environment, ...style];
const saidOfCrossings = lint(crossings);
const saidOfAllowed = lint(allowed);

test.each(crossings.map((crossing, index) => ({ ...crossing, index })))('$in refuses $code', ({ says, index }) => {
  expect(saidOfCrossings[index]).toContain(says);
});

test.each(allowed.map((snippet, index) => ({ ...snippet, index })))('$in may have $code', ({ index }) => {
  expect(saidOfAllowed[index]).toBe('');
});

/** What is said of each snippet, in their order. */
function lint(snippets: readonly Snippet[]): readonly string[] {
  const paths = snippets.map((snippet, index) =>
    snippet.in.endsWith('.ts') ? snippet.in : `${snippet.in}/snippet-${index}.ts`,
  );
  const said = lintFiles(new Map(snippets.map(({ code }, index) => [paths[index] ?? '', code])));
  return paths.map((path) => said.get(path) ?? '');
}
