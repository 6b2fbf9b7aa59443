/** Who is to hear of a transition: one message to each channel of its rule, unless somebody asked for silence. */
import { type AlertRule, isMeant } from '@bandgap/alerts';
import { sha256 } from '@bandgap/core';
import { oweDelivery, type Query, type StoredSilence, type StoredTransition, silencesAt, storeMute } from '@bandgap/db';
import type { WorkerDeps } from '../deps.ts';

interface ToTell {
  readonly rule: AlertRule;
  readonly transition: StoredTransition;
}

/** Returns the ids of the messages that are now owed. An id is made of what it is about: every attempt, everywhere, bears the same. */
export async function oweMessages(
  { channels, clock }: WorkerDeps,
  query: Query,
  { rule, transition }: ToTell,
): Promise<readonly string[]> {
  const now = clock();
  const silence = (await silencesAt(query, now)).find((each) => isMutedBy(each, transition));
  if (silence !== undefined) {
    await storeMute(query, transition.id, silence.id);
    return [];
  }
  const { ruleId, asOf, to, kind, revision, eventKey } = transition;
  const messages = channels
    .filter(({ name }) => rule.channels?.includes(name) ?? true)
    .map(({ name }) => ({
      id: `msg_${sha256([ruleId, asOf, to, kind, revision, eventKey ?? '', name].join(' ')).slice(0, 32)}`,
      transitionId: transition.id,
      channel: name,
      nextAttemptAt: now,
    }));
  for (const message of messages) await oweDelivery(query, message);
  return messages.map(({ id }) => id);
}

/** Whoever took note of a firing hears nothing of it until it ends; a silence is about all that its rule says. */
function isMutedBy({ ruleId, firingSince }: StoredSilence, transition: StoredTransition): boolean {
  const isOfRule = isMeant(ruleId, transition.ruleId);
  if (firingSince === null) return isOfRule;
  return isOfRule && transition.kind === 'reminder' && transition.since === firingSince;
}
