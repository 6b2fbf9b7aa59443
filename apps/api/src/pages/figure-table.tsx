/** Every figure in one table, kind by kind. */
import { usd } from '@bandgap/charts';
import type { Figure } from '@bandgap/receipts';
import { Day, Head, Price, Restricted, Table } from './parts.tsx';

const kinds = [
  ['floor', 'Rental floors'],
  ['ceiling', 'Value ceilings'],
  ['index', 'Rental indices'],
  ['blend', 'Blended token prices'],
  ['memory', 'Memory prices'],
] as const;

export const FigureTable = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <Table label="All figures">
    <Head columns={['figure', '#value', 'unit', 'as of', 'with any one left out', '#owners', 'note']} />
    {kinds.map(([kind, name]) => (
      <FigureGroup name={name} figures={figures.filter(({ id }) => id.startsWith(`${kind}/`))} />
    ))}
  </Table>
);

const FigureGroup = ({ name, figures }: { readonly name: string; readonly figures: readonly Figure[] }) =>
  figures.length === 0 ? null : (
    <tbody>
      <tr>
        <th class="group" scope="rowgroup" colspan={7}>
          {name}
        </th>
      </tr>
      {figures.map((figure) => (
        <FigureRow {...figure} />
      ))}
    </tbody>
  );

const FigureRow = ({ label, value, unit, asOf, n, note, receipt, publishable, ...figure }: Figure) => (
  <tr>
    <th scope="row">{plainLabel(label)}</th>
    <td class="number">
      <Price value={value} receipt={receipt} />
    </td>
    <td class="unit">{unit}</td>
    <td>
      <Day at={asOf} />
    </td>
    <td class="unit">{rangeText(figure)}</td>
    <td class="number">{n}</td>
    <td>
      {note} <Restricted publishable={publishable} />
    </td>
  </tr>
);

/** What a label says beside the kind of its figure, which heads the group. */
const plainLabel = (label: string): string => label.replace(/^[\w ]+: /, '');

const rangeText = ({ low, high }: Pick<Figure, 'low' | 'high'>): string =>
  low === undefined || high === undefined ? '' : `${usd(low)} to ${usd(high)}`;
