/** The small parts that pages are made of: prices, dates, receipts, marks and tables. */
import { usd } from '@bandgap/charts';
import { dayOf, type Instant } from '@bandgap/core';
import type { Child } from 'hono/jsx';

/** `2026-11-21 14:05 UTC` */
export const minuteText = (instant: Instant): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** Enough of a receipt to find it again. */
export const shortReceipt = (receipt: string): string => receipt.slice(0, 12);

export const Day = ({ at }: { readonly at: Instant }) => <time dateTime={dayOf(at)}>{dayOf(at)}</time>;

export const Minute = ({ at }: { readonly at: Instant | null }) =>
  at === null ? <>never</> : <time dateTime={at}>{minuteText(at)}</time>;

interface PriceProperties {
  /** Null where there is no value. */
  readonly value: number | null;
  /** Absent where the price is worked out for this page only. */
  readonly receipt?: string | undefined;
  /** Position among the inputs of the receipt. */
  readonly input?: number;
}

/** A price that leads to its receipt, where it has one. */
export const Price = ({ value, receipt, input = -1 }: PriceProperties) => {
  const text = value === null ? 'no value' : usd(value);
  return (
    <Receipted receipt={receipt} input={input}>
      {text}
    </Receipted>
  );
};

/** Words of a figure that lead to its receipt, where it has one. */
export const Receipted = ({
  receipt,
  input = -1,
  children,
}: Omit<PriceProperties, 'value'> & { readonly children: Child }) =>
  receipt === undefined ? (
    <strong>{children}</strong>
  ) : (
    <a class="figure" href={`/receipt/${shortReceipt(receipt)}${input < 0 ? '' : `#input-${input}`}`}>
      {children}
    </a>
  );

export const Restricted = ({ publishable }: { readonly publishable: boolean }) =>
  publishable ? null : <span class="mark">not for republication</span>;

/** Marks what was not fetched when it was due, but read later from a version that somebody had kept. */
export const FilledIn = ({ children }: { readonly children?: Child }) => (
  <>
    <span class="mark kept">filled in</span> {children}
  </>
);

/** A table that scrolls by itself where the screen is too narrow for it, by keyboard too. */
export const Table = ({ label, children }: { readonly label: string; readonly children: Child }) => (
  <section class="scroll" aria-label={label} tabindex={0}>
    <table>{children}</table>
  </section>
);

interface HeadProperties {
  /** A name that starts with `#` heads a column of numbers. */
  readonly columns: readonly string[];
}

/** Units and dates, which are not broken at their hyphens. */
const unbroken = /(\S*[/-]\S*)/;

export const Head = ({ columns }: HeadProperties) => (
  <thead>
    <tr>
      {columns.map((name) => (
        <th scope="col" class={name.startsWith('#') ? 'number' : ''}>
          {name
            .replace('#', '')
            .split(unbroken)
            .map((part, index) => (index % 2 === 1 ? <span class="whole">{part}</span> : part))}
        </th>
      ))}
    </tr>
  </thead>
);

interface CitedProperties {
  readonly source: string;
  readonly url?: string | undefined;
}

/** Where a figure is printed. */
export const Cited = ({ source, url }: CitedProperties) =>
  url === undefined ? (
    <span>{source}</span>
  ) : (
    <a href={url} rel="noreferrer">
      {source}
    </a>
  );

const written: Readonly<Record<string, string>> = {
  fp8: 'FP8',
  gpu: 'GPU',
  gpus: 'GPUs',
  irr: 'IRR',
  kw: 'kW',
  kwh: 'kWh',
  pct: '%',
  pflops: 'PFLOPs',
  pue: 'PUE',
};

/** `capexPerGpu` as capex per GPU. */
export const words = (role: string): string =>
  role
    .split(/(?=[A-Z])/)
    .map((word) => written[word.toLowerCase()] ?? word.toLowerCase())
    .join(' ');

/** 0.1587 as 15.9 %, always with one decimal. */
export const onePlace = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)} %`;

/** +40 %. */
export const signed = (share: number): string =>
  `${share < 0 ? '−' : '+'}${Number(Math.abs(share * 100).toFixed(1))} %`;
