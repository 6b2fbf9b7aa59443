/** The answers of a scenario at a glance: they stay in sight while an assumption is moved. */
import { percent, usd } from '@bandgap/charts';
import type { ReceiptedScenario } from '@bandgap/views';
import { Day, onePlace, Price, signed } from './parts.tsx';

export const Readout = (figures: ReceiptedScenario) => {
  const { floorPricePerGpuHour: floor, floorAtBasePrice, pricePerGpuHour: price, hurdleIrr, irr, receipts } = figures;
  const { subject } = figures.scenario;
  const { systemPricePerGpu: asked, baseSystemPricePerGpu: base } = figures;
  return (
    <div class="readout" data-first>
      <dl>
        <div>
          <dt>Floor</dt>
          <dd>
            <span class="value">
              <Price value={floor} receipt={receipts.floor} />
            </span>{' '}
            <span class="unit">USD/GPU-hr</span>
            <small>
              {usd(figures.floorPricePerPflopHour)} per FP8 PFLOP-hour; earns {percent(hurdleIrr)}
            </small>
          </dd>
        </div>
        <div>
          <dt>IRR at {usd(price)}</dt>
          <dd>
            <span class="value">{irr.irr === null ? 'none' : onePlace(irr.irr)}</span>{' '}
            <span class="unit">per year</span>
            <small>{irr.irr === null ? whyNone(irr.status) : verdict(irr.irr, hurdleIrr)}</small>
          </dd>
        </div>
        <div>
          <dt>System price</dt>
          <dd>
            <span class="value">{usd(asked)}</span> <span class="unit">USD/GPU</span>
            <small>{asked === base ? `as of ${subject.set}` : `${signed(asked / base - 1)} of ${usd(base)}`}</small>
          </dd>
        </div>
        <div>
          <dt>Ceiling</dt>
          <dd>
            <span class="value">
              <Price value={subject.parityPrice} receipt={receipts.ceilings} />
            </span>{' '}
            <span class="unit">USD/GPU-hr</span>
            <small>{(subject.parityPrice / floor).toFixed(2)} times the floor</small>
          </dd>
        </div>
      </dl>
      <p class="spoken" data-spoken>
        Floor {usd(floor)} per GPU-hour,{' '}
        {floor === floorAtBasePrice ? 'at the published system price' : `at a system price of ${usd(asked)}`}. IRR at{' '}
        {usd(price)}: {irr.irr === null ? 'none' : onePlace(irr.irr)}.
      </p>
      {receipts.floor === undefined ? (
        <p class="aside">Worked out for this page from the figures below; only what is stored has a receipt.</p>
      ) : (
        <p class="aside">
          Published figures of <Day at={subject.set} />, stored with a receipt.
        </p>
      )}
    </div>
  );
};

const verdict = (irr: number, hurdle: number): string => {
  const apart = Number(Math.abs((irr - hurdle) * 100).toFixed(1));
  if (apart === 0) return 'just the hurdle';
  return `${apart} points ${irr < hurdle ? 'short of' : 'over'} the hurdle`;
};

const reasons = {
  no_investment: 'the prepayment pays for the system',
  no_return: 'nothing ever comes back',
  no_root: 'no rate balances the flows',
  ok: '',
  multiple: '',
} as const;

const whyNone = (status: keyof typeof reasons): string => reasons[status];
