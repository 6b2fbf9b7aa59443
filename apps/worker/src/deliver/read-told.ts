/** Reads from the database what a message is to tell. */
import { ruleOf } from '@bandgap/alerts';
import { addMinutes, messageOf } from '@bandgap/core';
import {
  eventByKey,
  fixingBefore,
  latestRun,
  type OpenDelivery,
  type Query,
  runById,
  type StoredRun,
  transitionById,
} from '@bandgap/db';
import { ModelError } from '@bandgap/models';
import { rulesInForce } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import type { Picture } from './alert-message.ts';
import { chartPicture } from './chart-picture.ts';
import { type FloorDrivers, floorDrivers } from './floor-drivers.ts';
import type { Told } from './told.ts';

export type Reading = Pick<WorkerDeps, 'db' | 'rules' | 'clock' | 'publicUrl' | 'log'>;

export async function readTold(
  reading: Reading,
  { id, transitionId }: Pick<OpenDelivery, 'id' | 'transitionId'>,
): Promise<Told> {
  const { rules, clock, publicUrl } = reading;
  const { query } = reading.db;
  const transition = await transitionById(query, transitionId);
  const { ruleId, runId, referenceRunId, eventKey } = transition;
  const rule = ruleOf(await rulesInForce(query, rules), ruleId);
  const run = runId === null ? undefined : await runById(query, runId);
  const reference = referenceRunId === null ? undefined : await runById(query, referenceRunId);
  const event = eventKey === null ? undefined : await eventByKey(query, eventKey);
  return {
    id,
    sentAt: new Date(clock()),
    publicUrl,
    transition,
    rule,
    run,
    reference,
    previous: run && (await previousFixing(query, run)),
    drivers: reference && (await driversOf(query, reference)),
    event,
    picture: await pictureOrNone(reading, { rule, transition, event, run }),
  };
}

const previousFixing = async (query: Query, { model, subject, asOf }: StoredRun): Promise<StoredRun | undefined> =>
  model === 'rental-index' ? fixingBefore(query, { model, subject, day: asOf }) : undefined;

async function driversOf(query: Query, reference: StoredRun): Promise<FloorDrivers | undefined> {
  const { model, subject, asOf } = reference;
  if (model !== 'rental-floor') return undefined;
  try {
    return floorDrivers(reference, await latestRun(query, { model, subject, asOf: addMinutes(asOf, -1) }));
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** A message without its picture is better than none. */
async function pictureOrNone(
  { db, log }: Reading,
  drawn: Parameters<typeof chartPicture>[1],
): Promise<Picture | undefined> {
  try {
    return await chartPicture(db.query, drawn);
  } catch (error) {
    log.warn({ transition: drawn.transition.id, reason: messageOf(error) }, 'no chart for a message');
    return undefined;
  }
}
