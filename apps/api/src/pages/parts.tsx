/** The small parts that pages are made of: prices, dates, receipts, marks and charts. */
import { narrow, usd, wide } from '@bandgap/charts';
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
  readonly receipt: string;
  /** Position among the inputs of the receipt. */
  readonly input?: number;
}

/** A price that leads to its receipt. */
export const Price = ({ value, receipt, input = -1 }: PriceProperties) => (
  <a class="figure" href={`/receipt/${shortReceipt(receipt)}${input < 0 ? '' : `#input-${input}`}`}>
    {value === null ? 'no value' : usd(value)}
  </a>
);

export const Restricted = ({ publishable }: { readonly publishable: boolean }) =>
  publishable ? null : <span class="mark">not for republication</span>;

interface ChartProperties {
  /** Without the size: `/charts/one-chart`. */
  readonly path: string;
  readonly alt: string;
  readonly publishable?: boolean;
  /** Drawn for a column half as wide as the page. */
  readonly small?: boolean;
  readonly children?: Child;
}

/** A chart, drawn for the width of the screen. */
export const Chart = ({ path, alt, publishable = true, small = false, children }: ChartProperties) => {
  const [name, size] = small ? ['narrow', narrow] : ['wide', wide];
  return (
    <figure>
      <picture>
        <source media="(max-width: 640px)" srcset={`${path}/narrow.svg`} width={narrow.width} height={narrow.height} />
        <img src={`${path}/${name}.svg`} width={size.width} height={size.height} alt={alt} />
      </picture>
      <figcaption>
        {children} <Restricted publishable={publishable} />
      </figcaption>
    </figure>
  );
};

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

export const Head = ({ columns }: HeadProperties) => (
  <thead>
    <tr>
      {columns.map((name) => (
        <th scope="col" class={name.startsWith('#') ? 'number' : ''}>
          {name.replace('#', '')}
        </th>
      ))}
    </tr>
  </thead>
);
