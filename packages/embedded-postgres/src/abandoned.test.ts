/** What may be removed, and what may not. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeAbandoned } from './abandoned.ts';

test('only what has the name, is an hour old and not in use', () => {
  const parent = mkdtempSync(join(tmpdir(), 'bandgap-abandoned-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const twoHoursAgo = Date.now() / 1000 - 7200;
  for (const name of ['draft-old', 'draft-used', 'draft-new', 'else-old']) {
    mkdirSync(join(parent, name));
    if (name !== 'draft-new') utimesSync(join(parent, name), twoHoursAgo, twoHoursAgo);
  }
  removeAbandoned(join(parent, 'draft-'), (directory) => directory.endsWith('used'));
  expect(readdirSync(parent).sort()).toEqual(['draft-new', 'draft-used', 'else-old']);
});
