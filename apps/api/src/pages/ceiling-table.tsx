/** What each ceiling leaves: as a multiple of the floor, in the price of the system, and as IRR. */
import { percent, usd } from '@bandgap/charts';
import type { ReceiptedScenario, ScenarioCeiling } from '@bandgap/views';
import { Head, onePlace, Price, Table } from './parts.tsx';

export const CeilingTable = ({ ceilings, prepayFraction, receipts }: ReceiptedScenario) => (
  <Table label="At the ceilings">
    <Head
      columns={[
        'ceiling',
        '#USD/GPU-hr',
        '#USD/PFLOP-hr',
        '#times the floor',
        '#system price it bears',
        '#room over the price',
        `#IRR with ${percent(prepayFraction)} prepaid`,
        '#IRR with nothing prepaid',
      ]}
    />
    <tbody>
      {ceilings.map((ceiling) => (
        <CeilingRow ceiling={ceiling} receipt={receipts.ceilings} />
      ))}
    </tbody>
  </Table>
);

interface RowProperties {
  readonly ceiling: ScenarioCeiling;
  readonly receipt: string | undefined;
}

const CeilingRow = ({ ceiling, receipt }: RowProperties) => (
  <tr>
    <th scope="row">{ceiling.label}</th>
    <td class="number">
      <Price value={ceiling.pricePerGpuHour} receipt={receipt} />
    </td>
    <td class="number">{ceiling.pricePerPflopHour === undefined ? '' : usd(ceiling.pricePerPflopHour)}</td>
    <td class="number">{ceiling.overFloor.toFixed(2)}</td>
    <td class="number">{usd(ceiling.maxSystemPricePerGpu)}</td>
    <td class="number">{ceiling.systemPriceHeadroom === null ? '' : onePlace(ceiling.systemPriceHeadroom)}</td>
    <td class="number">{irrText(ceiling.irrAtBaseSystemPrice)}</td>
    <td class="number">{irrText(ceiling.irrWithoutPrepayment)}</td>
  </tr>
);

const irrText = (irr: number | null): string => (irr === null ? 'none' : onePlace(irr));
