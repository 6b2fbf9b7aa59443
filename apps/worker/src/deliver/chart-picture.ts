/** The chart of a message as a picture, drawn without a browser: what was known when the rule was judged. */
import type { AlertRule } from '@bandgap/catalog';
import { memoryChart, type PriceHistory, priceHistoryChart, tokenPriceChart } from '@bandgap/charts';
import { dayOf } from '@bandgap/core';
import { type Query, type StoredEvent, type StoredRun, type StoredTransition, standingTransitions } from '@bandgap/db';
import { pngOf } from '@bandgap/png';
import { historyInput, readIndex, readMemoryPrices, readTokenPrices } from '@bandgap/views';
import type { Picture } from './alert-message.ts';
import { referenceName, subjectName } from './rule-words.ts';

export interface Drawn {
  readonly rule: AlertRule | undefined;
  readonly transition: StoredTransition;
  readonly event: StoredEvent | undefined;
  readonly run: StoredRun | undefined;
}

/** Undefined where there is nothing to draw, as for a source that fell silent. */
export async function chartPicture(query: Query, drawn: Drawn): Promise<Picture | undefined> {
  const svg = await chartOf(query, drawn);
  if (svg === undefined) return undefined;
  const what = drawn.event?.subject ?? (drawn.rule === undefined ? 'prices' : subjectName(drawn.rule.subject));
  return {
    name: 'chart.png',
    png: new Uint8Array(pngOf(svg)),
    text: `Chart of ${what} until ${dayOf(drawn.transition.asOf)}`,
  };
}

async function chartOf(query: Query, { rule, transition, event, run }: Drawn): Promise<string | undefined> {
  if (event !== undefined) return tokenChart(query, event.subject, transition);
  switch (rule?.subject.kind) {
    case 'index':
      return indexChart(query, rule.subject.id, { rule, transition, run });
    case 'token':
      return tokenChart(query, rule.subject.model, transition);
    case 'memory': {
      const prices = await readMemoryPrices(query, rule.subject.id.split('/')[1] ?? '');
      return prices && memoryChart(prices.chart);
    }
    default:
      return undefined;
  }
}

interface Crossing extends Pick<Drawn, 'transition' | 'run'> {
  readonly rule: AlertRule;
}

async function indexChart(query: Query, id: string, { rule, transition, run }: Crossing): Promise<string | undefined> {
  const history = await readIndex(query, id, { knownAt: run?.knownAt, rules: [] });
  if (history === undefined) return undefined;
  const day = dayOf(transition.asOf);
  const { floor: _, ...input } = historyInput({
    ...history,
    points: history.points.filter((point) => point.day <= day),
    alerts: (await standingTransitions(query, rule.id)).flatMap(({ asOf, to }) =>
      dayOf(asOf) <= day ? [{ day: dayOf(asOf), to: to === 'firing' || to === 'no_data' ? to : 'ok' }] : [],
    ),
  });
  return priceHistoryChart({ ...input, ...levelOf(rule, transition) });
}

/** What the price is held against, where it stood when the rule was judged. */
function levelOf({ condition }: AlertRule, { reference }: StoredTransition): Pick<PriceHistory, 'floor' | 'ceilings'> {
  if (reference === null || (condition.kind !== 'crosses' && condition.kind !== 'headroom')) return {};
  const level = { label: referenceName(condition.reference).replace(/^its /, ''), price: reference };
  return condition.reference.kind === 'ceiling' ? { ceilings: [level] } : { floor: level };
}

async function tokenChart(query: Query, model: string, { asOf }: StoredTransition): Promise<string | undefined> {
  const prices = await readTokenPrices(query, model, asOf);
  return prices && tokenPriceChart(prices.chart);
}
