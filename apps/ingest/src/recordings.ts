/** A directory of recorded responses, served in place of the network: each slot is the instant it was recorded at. */

import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Instant, messageOf, toInstant, UsageError } from '@bandgap/core';
import type { Slot } from '@bandgap/db';
import { z } from 'zod';
import { type Fetched, type Transport, Unreachable } from './transport.ts';

const Recording = z.object({
  source: z.string().min(1),
  url: z.url(),
  fetchedAt: z.string().transform((text) => toInstant(text)),
  status: z.int().min(100).max(599),
  contentType: z.string(),
  file: z.string().min(1),
});

export type Recording = z.output<typeof Recording>;

export interface Recordings {
  readonly all: readonly Recording[];
  /** The slots of these sources, in the order of time. */
  slots(sourceIds: readonly string[]): readonly Slot[];
  readonly transport: Transport;
}

const maxBytes = 64 * 1024 * 1024;

/** Reads `replay.json` in a directory. Throws a UsageError that says what is wrong with it. */
export async function openRecordings(directory: string): Promise<Recordings> {
  const all = await readList(join(directory, 'replay.json'));
  const bySlot = new Map<string, Recording[]>();
  for (const recording of all) {
    const slot = `${recording.source} ${recording.fetchedAt}`;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), recording]);
  }
  return {
    all,
    slots: (sourceIds) =>
      [...bySlot.values()]
        .flatMap(([first]) => (first === undefined ? [] : [{ sourceId: first.source, dueAt: first.fetchedAt }]))
        .filter(({ sourceId }) => sourceIds.includes(sourceId))
        .sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.sourceId, b.sourceId)),
    transport: async ({ source, dueAt }) => {
      const recorded = bySlot.get(`${source.id} ${dueAt}`) ?? [];
      if (recorded.length === 0)
        throw new Unreachable(`nothing was recorded of ${source.id} at ${dueAt}`, { final: true });
      return Promise.all(recorded.map((recording) => play(directory, recording)));
    },
  };
}

const compare = (a: Instant, b: Instant) => (a < b ? -1 : a > b ? 1 : 0);

async function readList(path: string): Promise<readonly Recording[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`expected a list of recordings at ${path}; it cannot be read`, { cause });
  });
  const list = z.array(Recording).safeParse(parseJson(text, path));
  if (!list.success) throw new UsageError(`${path} is not a list of recordings: ${z.prettifyError(list.error)}`);
  return list.data;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path} is not JSON: ${messageOf(cause)}`, { cause });
  }
}

async function play(directory: string, recording: Recording): Promise<Fetched> {
  const { url, fetchedAt, status, contentType } = recording;
  if (status !== 200) throw new Unreachable(`${url} answered ${status} when it was recorded`, { final: true });
  const bytes = await readBody(directory, recording.file);
  return { kind: 'body', url, fetchedAt, httpStatus: status, contentType, bytes };
}

async function readBody(directory: string, file: string): Promise<Uint8Array> {
  const path = resolve(directory, file);
  if (relative(directory, path).startsWith('..'))
    throw new Unreachable(`${file} is outside ${directory}`, { final: true });
  const stored = await readFile(path).catch((cause: unknown) => {
    throw new Unreachable(`${path} cannot be read`, { final: true, cause });
  });
  return file.endsWith('.gz') ? promisify(gunzip)(stored, { maxOutputLength: maxBytes }) : stored;
}
