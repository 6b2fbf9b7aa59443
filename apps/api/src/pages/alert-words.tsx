/** The states of a rule and the figures it holds against each other, in words. */
import { usd } from '@bandgap/charts';
import type { RuleStanding, Standing } from '@bandgap/views';

/** `$1.90 USD/GPU-hr`; hours where minutes are held against each other, per cent where fractions are. */
export function figureWords(value: number | null, unit: string | null): string {
  if (value === null) return 'no value';
  if (unit?.startsWith('USD')) return `${usd(value)} ${unit.replace('USD', '').replace('/', 'per ')}`.trim();
  if (unit === 'minutes') return value < 120 ? `${Math.round(value)} min` : `${Math.round(value / 60)} h`;
  return unit === null ? `${Number((value * 100).toFixed(1))} %` : `${Number(value.toPrecision(4))} ${unit}`;
}

/** What a state says, and how it looks: a firing rule as a source that is ill, one that is well as a check that holds. */
const states: Readonly<Record<Standing['state'], readonly [words: string, looks: string]>> = {
  ok: ['ok', 'holds'],
  pending: ['pending', 'waiting'],
  firing: ['firing', 'unreachable'],
  recovering: ['recovering', 'waiting'],
  degraded: ['few voices', 'waiting'],
  no_data: ['no data', 'stale'],
};

interface StateProperties extends Pick<RuleStanding, 'subject'> {
  readonly standing: Standing | undefined;
}

export const State = ({ standing, subject }: StateProperties) => {
  const [words, looks] =
    standing === undefined
      ? [subject.kind === 'events' ? 'follows events' : 'nothing to judge yet', 'waiting']
      : states[standing.state];
  return <span class={`state ${looks}`}>{words}</span>;
};

export const ruleAddress = (id: string): string => `/alerts/${id.split('/').map(encodeURIComponent).join('/')}`;

export const toWords: Readonly<Record<string, string>> = { firing: 'fires', ok: 'clears', no_data: 'has no data' };
