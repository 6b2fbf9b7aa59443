/** Token prices: every model whose list price is voted on, and all that is known of one model. */
import { blendScenarios, blendSubject } from '@bandgap/catalog';
import type { TokenPriceChart } from '@bandgap/charts';
import { canonicalJson, dayOf, type Instant } from '@bandgap/core';
import { type Answer, answersOver, latestAnswers, type Query, type ValueInForce, valuesStillQuoted } from '@bandgap/db';
import { areAllPublishable } from '@bandgap/receipts';
import { mayPublish } from '@bandgap/sources';
import type { PriceSeries } from './readers.ts';
import { tokenBlend, tokenMeters, VoteOutput } from './token-outputs.ts';
import type { TokenBlend, TokenModel, TokenModelDetail, TokenOffer, TokenStep } from './token-views.ts';

/** By name. */
export async function readTokenModels(query: Query): Promise<readonly TokenModel[]> {
  const [votes, answers] = await Promise.all([
    latestAnswers(query, 'confirmed-price'),
    latestAnswers(query, 'blended-price'),
  ]);
  const blends = blendsByModel(answers);
  const history = new Map<string, Answer[]>();
  const subjects = votes.map(({ subject }) => subject);
  for (const vote of await answersOver(query, { model: 'confirmed-price', subjects }))
    history.set(vote.subject, [...(history.get(vote.subject) ?? []), vote]);
  return votes.map((vote) => tokenModel(history.get(vote.subject) ?? [], vote, blends.get(vote.subject)));
}

/** Undefined for a model that no source quotes. */
export async function readTokenModel(query: Query, model: string, now: Instant): Promise<TokenModelDetail | undefined> {
  const subjects = blendScenarios.map((scenario) => blendSubject({ model, scenario }));
  const [votes, blended, quoted] = await Promise.all([
    answersOver(query, { model: 'confirmed-price', subjects: [model] }),
    answersOver(query, { model: 'blended-price', subjects }),
    valuesStillQuoted(query, {
      subjects: [model],
      metrics: tokenMeters,
      terms: { kind: 'token' },
      asOf: now,
      knownAt: now,
    }),
  ]);
  const newest = votes.at(-1);
  if (newest === undefined && quoted.length === 0) return undefined;
  const blends = blendsByModel(blended).get(model) ?? new Map();
  const listPrice = newest && tokenModel(votes, newest, blends);
  return { model, ...(listPrice && { listPrice }), offers: offersIn(quoted), steps: tokenSteps(votes) };
}

/** The newest blend of each scenario, by model. */
function blendsByModel(answers: readonly Answer[]): ReadonlyMap<string, ReadonlyMap<string, TokenBlend>> {
  const byModel = new Map<string, Map<string, TokenBlend>>();
  for (const answer of answers) {
    const blend = tokenBlend(answer);
    if (blend === undefined) continue;
    const { model, ...shown } = blend;
    const blends = byModel.get(model) ?? new Map<string, TokenBlend>();
    byModel.set(model, blends.set(shown.scenario, shown));
  }
  return byModel;
}

function tokenModel(
  votes: readonly Answer[],
  { subject: model, asOf, receipt, output }: Answer,
  blends: ReadonlyMap<string, TokenBlend> = new Map(),
): TokenModel {
  const seller = model.slice(0, model.indexOf('/'));
  const inOrder = blendScenarios.flatMap(({ id }) => blends.get(id) ?? []);
  const since = tokenSteps(votes)
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  return {
    model,
    seller,
    ...VoteOutput.parse(output),
    asOf,
    ...(since === undefined ? {} : { since }),
    receipt,
    blends: inOrder,
  };
}

function offersIn(quoted: readonly ValueInForce[]): readonly TokenOffer[] {
  const offers = new Map<string, TokenOffer>();
  for (const { series, value, observedAt, seenAt } of quoted) {
    const { source, venue: seller, terms, metric } = series;
    if (terms.kind !== 'token') continue;
    const key = canonicalJson([seller, source, terms]);
    const { meters = {}, since = observedAt } = offers.get(key) ?? {};
    offers.set(key, {
      source,
      seller,
      terms,
      meters: { ...meters, [metric]: value },
      since: observedAt > since ? observedAt : since,
      seenAt,
      publishable: mayPublish(source),
    });
  }
  return [...offers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, offer]) => offer);
}

function tokenSteps(votes: readonly Answer[]): readonly TokenStep[] {
  const outcomes = votes.map(({ asOf, receipt, output }) => ({
    from: dayOf(asOf),
    receipt,
    ...VoteOutput.parse(output),
  }));
  return tokenMeters.flatMap((metric) => {
    const steps: TokenStep[] = [];
    for (const { from, receipt, meters } of outcomes) {
      const meter = meters[metric];
      if (meter?.status !== 'confirmed' || steps.at(-1)?.price === meter.price) continue;
      steps.push({ metric, from, price: meter.price, receipt });
    }
    return steps;
  });
}

const charted = [
  ['output', 'output'],
  ['input', 'input'],
  ['cache_read', 'cache read'],
] as const;

/** The confirmed list prices of a model as a chart. Undefined where none was confirmed. */
export async function readTokenPrices(
  query: Query,
  model: string,
  now: Instant,
): Promise<PriceSeries<TokenPriceChart> | undefined> {
  const votes = await answersOver(query, { model: 'confirmed-price', subjects: [model] });
  const steps = tokenSteps(votes);
  if (steps.length === 0) return undefined;
  const prices = charted.map(([metric, label]) => ({
    label,
    changes: steps.filter((step) => step.metric === metric).map(({ from: day, price }) => ({ day, price })),
  }));
  return {
    chart: { title: `${model}, list price`, unit: 'USD/MTok', prices, until: dayOf(now) },
    publishable: await areAllPublishable(
      query,
      votes.map(({ id }) => id),
    ),
  };
}
