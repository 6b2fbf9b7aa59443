/** What a message says: a CloudEvents body with the crossing, both numbers and their receipts. */
import { canonicalJson } from '@bandgap/core';
import { type Query, runById, type StoredTransition } from '@bandgap/db';

export async function messageBody(query: Query, id: string, transition: StoredTransition): Promise<string> {
  const { ruleId, asOf, from, to, value, reference, strong, runId, referenceRunId } = transition;
  const [index, floor] = [await runById(query, runId), await runById(query, referenceRunId)];
  return canonicalJson({
    specversion: '1.0',
    id,
    source: '/bandgap/alerts',
    type: `bandgap.alert.${to}`,
    time: index.knownAt,
    subject: ruleId,
    datacontenttype: 'application/json',
    data: {
      summary: `${index.subject} ${to === 'firing' ? 'is below' : 'is back above'} its floor: ${value.toFixed(3)} against ${reference.toFixed(3)} USD/GPU-hr on ${asOf.slice(0, 10)}`,
      rule: ruleId,
      from,
      to,
      asOf,
      strong,
      index: { subject: index.subject, value, unit: 'USD/GPU-hr', receipt: index.receipt },
      floor: { subject: floor.subject, value: reference, unit: 'USD/GPU-hr', receipt: floor.receipt },
    },
  });
}
