/** What a person may decide about what was not believed: release it, reject it, or reject a source for some days. */
import { indexDefinitions } from '@bandgap/catalog';
import { addDays, type Day, dayOf, fixingDay, type Instant, startOf, UsageError } from '@bandgap/core';
import {
  artifactOf,
  type CaptureVerdict,
  type ChangedSeries,
  captureVerdict,
  type Due,
  lockFor,
  oweEvaluations,
  type Query,
  readSuccessor,
  type SourceRejection,
  type StoredCapture,
  storeReading,
  storeRejection,
  storeRelease,
  storeSourceRejection,
} from '@bandgap/db';
import { released, type Source } from '@bandgap/sources';
import { evaluationsAfter } from '../evaluate/evaluations-after.ts';
import { type ReadingDeps, readingOf } from './reading-of.ts';

export interface Signed {
  readonly author: string;
  readonly reason: string;
  readonly decidedAt: Instant;
}

export interface DecisionOnDocument extends Signed {
  /** The number of the capture. */
  readonly id: number;
}

export interface DecidingDeps extends ReadingDeps {
  /** All that may have fetched the document, enabled or not. */
  readonly sources: readonly Source[];
}

export interface Released {
  readonly kind: 'released' | 'already_released';
  readonly quotes: number;
  /** Series whose believed value the release changed. */
  readonly changed: number;
}

/** How long a price votes in an index without being seen again. */
const daysInForce = 7;

/**
 * Reads the stored bytes again and believes them from now on, holds included: what was computed before stays as it was.
 * Releasing twice changes nothing. Throws a UsageError where there is nothing to release.
 */
export async function releaseDocument(deps: DecidingDeps, given: DecisionOnDocument): Promise<Released> {
  const { id, author, reason, decidedAt } = given;
  const { capture, decisions } = await undecided(deps.db.query, id);
  if (decisions.some(({ decision }) => decision === 'released'))
    return { kind: 'already_released', quotes: 0, changed: 0 };
  const source = deps.sources.find((each) => each.id === capture.sourceId);
  if (source === undefined)
    throw new UsageError(`document ${id} is of ${capture.sourceId}, which is no source any more`);
  const document = await deps.reader.read(await artifactOf(deps.db.query, capture.id));
  if (document.kind === 'unreadable') {
    throw new UsageError(`document ${id} cannot be released, for it cannot be read: ${document.reason}`);
  }
  const { quotes } = released(document.rows);
  const successor = await readSuccessor(deps.db.query, capture);
  const rereading = successor && (await readingOf(deps, source, successor));

  const changed = await deps.db.transaction(async (tx) => {
    await lockFor(tx.query, `normalize ${source.id}`);
    const { parserVersion } = source;
    const series = await storeRelease(tx, { capture, parserVersion, quotes, author, reason, decidedAt });
    if (rereading !== undefined) await storeReading(tx, rereading);
    await oweEvaluations(tx.query, evaluationsOfRelease({ source, capture, successor, changed: series, decidedAt }));
    return series.length;
  });
  return { kind: 'released', quotes: quotes.length, changed };
}

/** Says that a document stays out, and why. Throws a UsageError where there is nothing to reject. */
export async function rejectDocument(query: Query, given: DecisionOnDocument): Promise<void> {
  const { id, author, reason, decidedAt } = given;
  const { capture, decisions } = await undecided(query, id);
  const release = decisions.find(({ decision }) => decision === 'released');
  if (release !== undefined) {
    throw new UsageError(
      `document ${id} was released by ${release.author} on ${dayOf(release.decidedAt)}, and what was believed is not unsaid; ` +
        `reject its day instead: --source ${capture.sourceId} --from ${dayOf(capture.fetchedAt)} --to ${dayOf(capture.fetchedAt)}`,
    );
  }
  await storeRejection(query, { captureId: capture.id, author, reason, decidedAt });
}

/** Leaves a source out of every index for some days, and owes those indices again, as known from the decision on. */
export async function rejectSource(
  { db, sources }: Omit<DecidingDeps, 'reader'>,
  given: SourceRejection,
): Promise<void> {
  const { sourceId, from, to, decidedAt } = given;
  if (!sources.some(({ id }) => id === sourceId)) {
    throw new UsageError(`--source: expected the id of a source, as \`bandgap sources\` lists them, was ${sourceId}`);
  }
  if (from > to) throw new UsageError(`--from: expected a day up to ${to}, was ${from}`);
  await db.transaction(async ({ query }) => {
    await storeSourceRejection(query, given);
    await oweEvaluations(query, indexEvaluations({ from, to, decidedAt }));
  });
}

async function undecided(query: Query, id: number): Promise<CaptureVerdict> {
  const found = await captureVerdict(query, id);
  if (found === undefined)
    throw new UsageError(`there is no document ${id}; \`bandgap quarantine ls\` lists those there are`);
  if (found.verdict === 'accepted' && !found.holds) {
    throw new UsageError(`document ${id} was believed in full: there is nothing to release or reject`);
  }
  return found;
}

interface ReleaseOf {
  readonly source: Source;
  readonly capture: StoredCapture;
  readonly successor: StoredCapture | undefined;
  readonly changed: readonly ChangedSeries[];
  readonly decidedAt: Instant;
}

function evaluationsOfRelease({ source, capture, successor, changed, decidedAt }: ReleaseOf): readonly Due[] {
  if (source.commodity !== 'gpu_rental') {
    return evaluationsAfter(source, { ...capture, fetchedAt: decidedAt }, changed);
  }
  const from = fixingDay(capture.fetchedAt);
  const until = successor === undefined ? addDays(from, daysInForce) : fixingDay(successor.fetchedAt);
  return indexEvaluations({ from, to: until, decidedAt });
}

/** Every index of the days, as known from a decision on; days to come will know it anyway. */
function indexEvaluations({
  from,
  to,
  decidedAt,
}: {
  readonly from: Day;
  readonly to: Day;
  readonly decidedAt: Instant;
}) {
  const due: Due[] = [];
  for (let day = from; day <= to && day <= fixingDay(decidedAt); day = addDays(day, 1)) {
    for (const { id: subject } of indexDefinitions) {
      due.push({ model: 'rental-index', subject, asOf: startOf(day), knownAt: decidedAt });
    }
  }
  return due;
}
