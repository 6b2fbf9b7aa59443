/** One source in full: when it is asked, what it lately brought, and what of that was not used. */
import type { Artifact, Instant } from '@bandgap/core';
import {
  capturedDocument,
  type Query,
  type RecentCapture,
  recentCaptures,
  type SkipExample,
  skipExamples,
} from '@bandgap/db';
import { mayPublish, type Source, sourceById, variablesOf } from '@bandgap/sources';
import { nextRun } from './next-run.ts';
import type { SourceState } from './readers.ts';
import { readSources } from './source-reader.ts';

export interface SourceDetail extends SourceState {
  readonly commodity: Source['commodity'];
  /** Cron expression, in UTC. */
  readonly schedule: string;
  /** Absent for a source that is not asked: it ships with the code, is imported, or is off. */
  readonly nextRunAt?: Instant;
  readonly staleAfterMinutes: number;
  readonly parserVersion: number;
  readonly attribution?: string;
  /** The environment variables without which it is off. */
  readonly needs: readonly string[];
  readonly expectsAtLeast: number;
  /** Newest first. */
  readonly captures: readonly RecentCapture[];
  /** Of the newest reading, a few of each kind. */
  readonly skipped: readonly SkipExample[];
}

const mostCaptures = 25;
const mostExamples = 5;

export async function readSourceDetail(query: Query, id: string, now: Instant): Promise<SourceDetail | undefined> {
  const source = sourceById(id);
  if (source === undefined) return undefined;
  const [states, captures, skipped] = await Promise.all([
    readSources(query, now),
    recentCaptures(query, id, mostCaptures),
    skipExamples(query, id, mostExamples),
  ]);
  const state = states.find((each) => each.id === id);
  if (state === undefined) return undefined;
  const { commodity, schedule, staleAfterMinutes, parserVersion, licence, expect } = source;
  const next = isAsked(source, state) ? nextRun(schedule, now) : undefined;
  return {
    ...state,
    commodity,
    schedule,
    staleAfterMinutes,
    parserVersion,
    needs: variablesOf(source),
    expectsAtLeast: expect.atLeast,
    captures,
    skipped,
    ...(next === undefined ? {} : { nextRunAt: next }),
    ...(licence.attribution === undefined ? {} : { attribution: licence.attribution }),
  };
}

const isAsked = ({ bundled, imported }: Source, { state }: SourceState): boolean =>
  bundled === undefined && imported === undefined && state !== 'disabled';

/** Undefined where there are no such bytes, or the licence bars showing them. */
export async function readCaptureBytes(
  query: Query,
  sourceId: string,
  captureId: number,
): Promise<Artifact | undefined> {
  return mayPublish(sourceId) ? capturedDocument(query, { sourceId, captureId }) : undefined;
}
