/** How a workload mixes the meters of a token price, as the address of a page says it. */
import { type BlendScenario, blendScenarios } from '@bandgap/catalog';
import type { TokenPrices } from '@bandgap/models';
import { BadQuery } from '../serve/bad-query.ts';

export interface MixBox {
  readonly name: 'ratio' | 'cached' | 'written' | 'written1h';
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly role: string;
  /** Per cent in the address, a fraction in the model. */
  readonly scale: 1 | 100;
}

export const mixBoxes: readonly MixBox[] = [
  {
    name: 'ratio',
    label: 'Tokens read per token written',
    unit: 'to 1',
    min: 1,
    max: 1000,
    step: 1,
    role: 'inputOutputRatio',
    scale: 1,
  },
  {
    name: 'cached',
    label: 'Read from cache',
    unit: '% of input',
    min: 0,
    max: 100,
    step: 0.5,
    role: 'cacheHitRate',
    scale: 100,
  },
  {
    name: 'written',
    label: 'Misses written to cache, 5 min',
    unit: '% of misses',
    min: 0,
    max: 100,
    step: 1,
    role: 'cacheWriteShare',
    scale: 100,
  },
  {
    name: 'written1h',
    label: 'Misses written to cache, 1 h',
    unit: '% of misses',
    min: 0,
    max: 100,
    step: 1,
    role: 'cacheWrite1hShare',
    scale: 100,
  },
];

export type Mix = Readonly<Record<MixBox['name'], number>>;

/** What a scenario says in the boxes. */
export function mixOf({ assumptions }: BlendScenario): Mix {
  const said = (name: MixBox['name']) => {
    const box = mixBoxes.find((each) => each.name === name);
    const value = assumptions.find(({ role }) => role === box?.role)?.value ?? 0;
    return Number((value * (box?.scale ?? 1)).toFixed(6));
  };
  return { ratio: said('ratio'), cached: said('cached'), written: said('written'), written1h: said('written1h') };
}

const [headline] = blendScenarios;
if (headline === undefined) throw new Error('the catalog has no workload');
export const headlineMix: Mix = mixOf(headline);

/** What is not asked for is as in the headline workload. Throws a BadQuery for what cannot be. */
export function mixIn(query: URLSearchParams): Mix {
  const asked = Object.fromEntries(mixBoxes.map((box) => [box.name, numberIn(query, box)]));
  const mix = { ...headlineMix, ...asked };
  if (mix.written + mix.written1h > 100)
    throw new BadQuery(
      `written and written1h: expected at most 100 % of the misses together, was ${mix.written + mix.written1h} %`,
    );
  return mix;
}

function numberIn(query: URLSearchParams, { name, min, max }: MixBox): number {
  const text = query.get(name)?.trim() ?? '';
  if (text === '') return headlineMix[name];
  const value = Number(text);
  if (!(value >= min && value <= max))
    throw new BadQuery(`${name}: expected a number from ${min} to ${max}, was ${JSON.stringify(text)}`);
  return value;
}

/** Only what differs from the headline, so that one mix has one address. */
export function mixQuery(mix: Mix): string {
  const query = new URLSearchParams();
  for (const { name } of mixBoxes) if (mix[name] !== headlineMix[name]) query.set(name, String(mix[name]));
  return query.toString();
}

export const sharesOf = ({ ratio, written, written1h }: Mix): Omit<TokenPrices, 'inputPrice' | 'outputPrice'> => ({
  inputOutputRatio: ratio,
  cacheWriteShare: written / 100,
  cacheWrite1hShare: written1h / 100,
});
