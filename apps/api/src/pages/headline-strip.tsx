/** The five figures to look at first. */
import { percent, usd } from '@bandgap/charts';
import type { Figure } from '@bandgap/receipts';
import type { Child } from 'hono/jsx';
import { Day, Price, Restricted } from './parts.tsx';

const ids = {
  floor: 'floor/vr-nvl72/contract_5y',
  conservative: 'ceiling/vr-nvl72/contract_5y/conservative',
  parity: 'ceiling/vr-nvl72/contract_5y/parity',
  h100: 'index/h100/on_demand/neocloud',
  h100Floor: 'floor/h100-sxm/on_demand',
  opus: 'blend/anthropic/claude-opus-4-7',
  board: 'memory/dramexchange/dram-ddr5-16gb-4800',
  press: 'memory/memory-reference/dram-ddr5-16gb-4800',
} as const;

export const HeadlineStrip = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const find = (id: string) => figures.find((figure) => figure.id === id);
  const h100 = find(ids.h100);
  return (
    <ul class="strip">
      <Card name="VR NVL72 floor" figures={[find(ids.floor)]}>
        five-year contract, at the minimum project IRR
      </Card>
      <Card name="VR NVL72 ceilings" figures={[find(ids.conservative), find(ids.parity)]}>
        conservative, and value parity with GB300
      </Card>
      <Card name="H100 on demand" figures={[h100]}>
        {h100 === undefined ? null : againstFloor(h100, find(ids.h100Floor))}
      </Card>
      <Card name="Opus 4.7, blended" figures={[find(ids.opus)]}>
        300 tokens read per token written
      </Card>
      <Card name="DDR5 16Gb spot" figures={[find(ids.board) ?? find(ids.press)]}>
        {(find(ids.board) ?? find(ids.press))?.note}
      </Card>
    </ul>
  );
};

interface CardProperties {
  readonly name: string;
  /** Of one unit and date; those not computed yet are undefined. */
  readonly figures: readonly (Figure | undefined)[];
  readonly children: Child;
}

const Card = ({ name, figures, children }: CardProperties) => {
  const known = figures.filter((figure) => figure !== undefined);
  const [first] = known;
  if (first === undefined) {
    return (
      <li>
        <h2>{name}</h2>
        <p class="none">not computed yet</p>
      </li>
    );
  }
  return (
    <li>
      <h2>{name}</h2>
      <p class="value">
        {known.map(({ value, receipt }, index) => (
          <>
            {index === 0 ? '' : ' – '}
            <Price value={value} receipt={receipt} />
          </>
        ))}{' '}
        <span class="unit">{first.unit}</span>
      </p>
      <p>{children}</p>
      <p>
        <Day at={first.asOf} /> <Restricted publishable={first.publishable} />
      </p>
    </li>
  );
};

function againstFloor({ value, n, low, high, note }: Figure, floor: Figure | undefined): string {
  if (value === null) return note ?? '';
  const parts = [
    n === undefined ? undefined : `${n} owners`,
    low === undefined || high === undefined ? undefined : `${usd(low)} to ${usd(high)} with any one left out`,
    floor?.value == null ? undefined : relation(value / floor.value - 1, floor.value),
    note,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

const relation = (over: number, floor: number): string =>
  `${percent(Math.abs(over))} ${over < 0 ? 'below' : 'above'} its floor of ${usd(floor)}`;
