/** The links that an install script would have made. */
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkSharedLibraries } from './shared-library-links.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bandgap-links-'));
  mkdirSync(join(root, 'native', 'lib'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const writeList = (list: unknown) => writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(list));

test('makes each link beside its library, and nothing the second time', () => {
  writeFileSync(join(root, 'native/lib/libpq.so.5.18'), '');
  writeList([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]);
  linkSharedLibraries(root);
  linkSharedLibraries(root);
  expect(readlinkSync(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
});

test('a package without a list needs none', () => {
  expect(() => linkSharedLibraries(root)).not.toThrow();
});

test('refuses a list it cannot read', () => {
  writeList([{ from: 'a', to: 'b' }]);
  expect(() => linkSharedLibraries(root)).toThrow('expected a list of { source, target }');
});
