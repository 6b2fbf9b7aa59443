/** The question of a rental index: every price of the GPU at this tenor that was seen lately, and the fixing before. */
import { headlineIndices, type IndexDefinition, indexDefinitions, providerOf } from '@bandgap/catalog';
import { type Day, dayOf, fixingDay, fixingOf, type Instant } from '@bandgap/core';
import {
  type Due,
  fixingBefore,
  type Query,
  type SourceRejection,
  sourceRejections,
  type ValueInForce,
  valuesSeenWithin,
  withheldSeries,
} from '@bandgap/db';
import { type Asked, type Asker, observed, type TracedInput } from './questions.ts';

/** Older prices have no weight in any index, so they need not be asked for. */
const daysSeen = { listed: 7, contract: 45 } as const;

const kindOf = (tenor: string) => (tenor.startsWith('contract_') ? 'contract' : 'listed');

export const askRentalIndex: Asker = async (query, batch) => {
  const days = new Map<Instant, Due[]>();
  for (const due of batch) days.set(due.asOf, [...(days.get(due.asOf) ?? []), due]);
  const asked: Asked[] = [];
  for (const ofDay of days.values()) {
    asked.push(...(await askDay(query, ofDay, 'listed')));
    asked.push(...(await askDay(query, ofDay, 'contract')));
  }
  return asked;
};

/** Indices of one day, all knowing the same. What was fetched after the fixing of the day is of the next, whoever asks when. */
async function askDay(query: Query, batch: readonly Due[], kind: keyof typeof daysSeen): Promise<readonly Asked[]> {
  const wanted = batch.flatMap((due) => {
    const definition = indexDefinitions.find(({ id, tenor }) => id === due.subject && kindOf(tenor) === kind);
    return definition === undefined ? [] : [{ due, definition }];
  });
  const [first] = wanted;
  if (first === undefined) return [];
  const { asOf, knownAt } = first.due;
  const day = dayOf(asOf);
  const until = knownAt < fixingOf(day) ? knownAt : fixingOf(day);
  const seen = await valuesSeenWithin(query, daysSeen[kind], {
    subjects: [...new Set(wanted.flatMap(({ definition }) => definition.gpus))],
    metrics: ['rental'],
    terms: { kind: 'rental' },
    asOf: until,
    seenUntil: until,
    knownAt,
  });
  const usable = withoutRejected(seen, await sourceRejections(query, knownAt), day);
  const sources = [...new Set(usable.map(({ series }) => series.source))];
  const withheld = new Set(await withheldSeries(query, { sources, asOf: until, knownAt }));
  const prices = stillOffered(usable, withheld);
  const asked: Asked[] = [];
  for (const { due, definition } of wanted) {
    const offers = prices.filter((price) => belongs(definition, price));
    if (!headlineIndices.includes(definition) && !offers.some((offer) => counts(definition, offer))) continue;
    const constituents = offers.map((offer) =>
      observed(withheld.has(offer.seriesId) ? 'withheld' : 'constituent', offer),
    );
    asked.push({ due, inputs: [...constituents, ...(await fixingBeforeIt(query, due))] });
  }
  return asked;
}

/** Whether the seller is one of those that the index is about; where none is, there is nothing to work out. */
function counts({ segment }: IndexDefinition, { series }: ValueInForce): boolean {
  const seller = providerOf(series.venue)?.segment;
  return seller !== undefined && seller !== 'reseller' && (segment === 'all' || segment === seller);
}

/** On the days for which a source was rejected it has no say, and what was seen of it then has none later. */
function withoutRejected(
  prices: readonly ValueInForce[],
  rejections: readonly SourceRejection[],
  day: Day,
): readonly ValueInForce[] {
  const within = (each: Day, { from, to }: SourceRejection) => from <= each && each <= to;
  return prices.filter(
    ({ series, seenAt }) =>
      !rejections.some(
        (rejection) =>
          rejection.sourceId === series.source && (within(day, rejection) || within(fixingDay(seenAt), rejection)),
      ),
  );
}

/**
 * Leaves out what a seller has withdrawn: an offer that is missing from the newest document of a source that quotes that
 * seller at all. A seller that the source could not read keeps its last prices, which lose weight with age; and so does an
 * offer whose newest price is held back.
 */
function stillOffered(prices: readonly ValueInForce[], withheld: ReadonlySet<number>): readonly ValueInForce[] {
  const sellerOf = ({ series: { source, venue } }: ValueInForce) => `${source} ${venue}`;
  const newest = new Map<string, string>();
  for (const price of prices) {
    const seen = newest.get(sellerOf(price));
    if (seen === undefined || price.seenAt > seen) newest.set(sellerOf(price), price.seenAt);
  }
  return prices.filter((price) => withheld.has(price.seriesId) || price.seenAt === newest.get(sellerOf(price)));
}

const belongs = ({ gpus, tenor }: IndexDefinition, { series: { subject, terms } }: ValueInForce): boolean =>
  gpus.includes(subject) && terms.kind === 'rental' && terms.tenor === tenor;

async function fixingBeforeIt(query: Query, { model, subject, asOf }: Due): Promise<readonly TracedInput[]> {
  const previous = await fixingBefore(query, { model, subject, day: asOf });
  if (previous === undefined) return [];
  const { id: runId, receipt, output } = previous;
  return [{ input: { kind: 'run', role: 'previous', receipt, output }, origin: { kind: 'run', runId } }];
}
