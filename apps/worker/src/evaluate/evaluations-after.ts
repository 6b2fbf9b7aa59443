/** Which evaluations a reading makes due. Pure: the same reading always owes the same ones. */

import { indexDefinitions } from '@bandgap/catalog';
import { fixingDay, fixingOf, type Instant, startOf } from '@bandgap/core';
import type { ChangedSeries, Due, StoredCapture } from '@bandgap/db';
import type { Source } from '@bandgap/sources';

export function evaluationsAfter(
  source: Source,
  capture: StoredCapture,
  changed: readonly ChangedSeries[],
): readonly Due[] {
  switch (source.commodity) {
    case 'gpu_rental':
      return source.bundled === undefined ? indexEvaluations(capture.fetchedAt) : [];
    case 'llm_api':
      return distinct(changed.map((series) => blendEvaluation(capture, series)));
    case 'memory':
      return distinct(changed.flatMap((series) => unitPriceEvaluations(source, capture, series)));
    case 'news':
      return [];
  }
}

/** An index is worked out at once, as an indication, and again at the fixing of the day. An unchanged price counts: it was seen. */
function indexEvaluations(fetchedAt: Instant): readonly Due[] {
  const day = fixingDay(fetchedAt);
  const model = 'rental-index';
  return indexDefinitions.flatMap(({ id: subject }) =>
    [fetchedAt, fixingOf(day)].map((knownAt) => ({ model, subject, asOf: startOf(day), knownAt })),
  );
}

const blendEvaluation = ({ fetchedAt }: StoredCapture, { subject, observedAt }: ChangedSeries): Due => ({
  model: 'blended-price',
  subject,
  asOf: observedAt,
  knownAt: fetchedAt,
});

function unitPriceEvaluations(source: Source, { fetchedAt }: StoredCapture, series: ChangedSeries): readonly Due[] {
  const { subject, metric, terms, observedAt } = series;
  if (metric !== 'average' || terms.kind !== 'memory') return [];
  const inQuestion = `${source.id}/${subject}/${terms.basis}`;
  return [{ model: 'memory-unit-price', subject: inQuestion, asOf: observedAt, knownAt: fetchedAt }];
}

const distinct = (evaluations: readonly Due[]): readonly Due[] => [
  ...new Map(evaluations.map((evaluation) => [JSON.stringify(evaluation), evaluation])).values(),
];

/** Fixings build on the one before: what came late makes those after it due again. */
export const laterRunsAfter = (source: Source, { fetchedAt }: StoredCapture) =>
  source.commodity === 'gpu_rental' && source.bundled === undefined
    ? [{ model: 'rental-index', after: startOf(fixingDay(fetchedAt)) }]
    : [];
