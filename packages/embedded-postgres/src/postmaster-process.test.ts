/** Telling a server from a process that merely has its old id. */
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPostmaster, processExists, servesDirectory } from './postmaster-process.ts';

describe('servesDirectory', () => {
  test.each([
    ['the server as pg_ctl starts it', ['/opt/pg/bin/postgres', '-D', tmpdir(), '-p', '20000'], true],
    ['the same directory by another path', ['postgres', '-D', `${tmpdir()}/../${basename(tmpdir())}`], true],
    ['a server started by hand, with PGDATA', ['postgres'], true],
    ['a server started by hand, by a relative path', ['postgres', '-D', 'data'], true],
    ['the server of another directory', ['/opt/pg/bin/postgres', '-D', '/elsewhere/data'], false],
    ['a child of a server', ['postgres: checkpointer '], false],
    ['another program', ['node', 'main.js'], false],
    ['a zombie', [''], false],
  ])('%s', (_, command, serves) => {
    expect(servesDirectory(command, tmpdir())).toBe(serves);
  });
});

test('this process exists and is no server', () => {
  expect(processExists(process.pid)).toBe(true);
  expect(isPostmaster(process.pid, tmpdir())).toBe(process.platform !== 'linux');
});
