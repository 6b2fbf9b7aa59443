/** Which evaluations a reading makes due. Pure: the same reading always owes the same ones. */
import {
  headlineIndices,
  type IndexDefinition,
  indexDefinitions,
  labOfPriceList,
  listPriceVoters,
} from '@bandgap/catalog';
import { addMinutes, dayOf, fixingDay, fixingOf, type Instant, startOf } from '@bandgap/core';
import type { ChangedSeries, Due, StoredCapture } from '@bandgap/db';
import { hoursAlone } from '@bandgap/models';
import { isUnmapped, type Source } from '@bandgap/sources';
import { passThroughsAfter } from './ask-pass-through.ts';
import { onListTerms } from './list-prices.ts';

export function evaluationsAfter(
  source: Source,
  capture: StoredCapture,
  changed: readonly ChangedSeries[],
): readonly Due[] {
  switch (source.commodity) {
    case 'gpu_rental':
      return source.bundled === undefined ? indexEvaluations(capture.fetchedAt) : [];
    case 'llm_api':
      return distinct(changed.flatMap((series) => votes(source, capture, series)));
    case 'memory':
      return distinct(
        changed.flatMap((series) => [
          ...unitPriceEvaluations(source, capture, series),
          ...passThroughsAfter(source.id, capture.fetchedAt, series),
        ]),
      );
    case 'news':
      return [];
  }
}

/** The same bytes again give no new indication; the fixing of the day is still to know that the prices were seen. */
export const evaluationsAfterRepetition = (source: Source, capture: StoredCapture): readonly Due[] =>
  evaluationsAfter(source, capture, []).filter(({ asOf, knownAt }) => knownAt === fixingOf(dayOf(asOf)));

/** A headline index is worked out at once, as an indication; every index at the fixing of the day. An unchanged price counts: it was seen. */
function indexEvaluations(fetchedAt: Instant): readonly Due[] {
  const day = fixingDay(fetchedAt);
  const model = 'rental-index';
  const owed =
    (knownAt: Instant) =>
    ({ id: subject }: IndexDefinition) => ({
      model,
      subject,
      asOf: startOf(day),
      knownAt,
    });
  return [...headlineIndices.map(owed(fetchedAt)), ...indexDefinitions.map(owed(fixingOf(day)))];
}

/** A list price is voted on when a source with a say changes it; and again when the lab's own page has said it for long enough alone. */
function votes({ id }: Source, { fetchedAt }: StoredCapture, { subject, terms }: ChangedSeries): readonly Due[] {
  if (!listPriceVoters.has(id) || isUnmapped(subject) || !onListTerms(terms)) return [];
  const lab = labOfPriceList.get(id);
  const alone = lab !== undefined && subject.startsWith(`${lab}/`) ? [addMinutes(fetchedAt, hoursAlone * 60)] : [];
  return [fetchedAt, ...alone].map((knownAt) => ({ model: 'confirmed-price', subject, asOf: knownAt, knownAt }));
}

function unitPriceEvaluations(source: Source, { fetchedAt }: StoredCapture, series: ChangedSeries): readonly Due[] {
  const { subject, metric, terms, observedAt } = series;
  if (metric !== 'average' || terms.kind !== 'memory') return [];
  const inQuestion = `${source.id}/${subject}/${terms.basis}`;
  return [{ model: 'memory-unit-price', subject: inQuestion, asOf: observedAt, knownAt: fetchedAt }];
}

const distinct = (evaluations: readonly Due[]): readonly Due[] => [
  ...new Map(evaluations.map((evaluation) => [JSON.stringify(evaluation), evaluation])).values(),
];

/** Fixings build on the one before, and votes on what others said by then: what came late makes those after it due again. */
export function laterRunsAfter({ commodity, bundled }: Source, { fetchedAt }: StoredCapture) {
  if (commodity === 'llm_api') return [{ model: 'confirmed-price', after: fetchedAt }];
  return commodity === 'gpu_rental' && bundled === undefined
    ? [{ model: 'rental-index', after: startOf(fixingDay(fetchedAt)) }]
    : [];
}
