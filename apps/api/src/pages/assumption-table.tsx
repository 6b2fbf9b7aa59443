/** The figures a floor stands on: value, unit, range, basis, source and since when. */
import type { Assumption, FloorProject } from '@bandgap/catalog';
import { numberText, rangeOf } from '@bandgap/views';
import { Cited, Day, Head, Table, words } from './parts.tsx';

interface Properties {
  readonly floorProject: FloorProject;
  readonly receipt?: string | undefined;
}

export const AssumptionTable = ({ floorProject, receipt }: Properties) => (
  <>
    <Table label="Assumptions">
      <Head columns={['figure', '#value', 'unit', 'range', 'basis', 'source', 'since']} />
      <tbody>
        {floorProject.assumptions.map((figure) => (
          <AssumptionRow figure={figure} range={rangeText(floorProject, figure)} />
        ))}
      </tbody>
    </Table>
    {receipt === undefined ? null : (
      <p>
        All of them stand in <a href={`/receipt/${receipt.slice(0, 12)}`}>the receipt of the floor</a>.
      </p>
    )}
  </>
);

const AssumptionRow = ({ figure, range }: { readonly figure: Assumption; readonly range: string }) => {
  const { role, value, unit, basis, source, url, asOf, note } = figure;
  return (
    <tr>
      <th scope="row">{words(role)}</th>
      <td class="number">{numberText(value)}</td>
      <td>{unit}</td>
      <td>{range}</td>
      <td class={basis === 'calibrated' || basis === 'inferred' ? 'warn' : ''}>{basis}</td>
      <td>
        <Cited source={source} url={url} />
        {note === undefined ? null : <small>{note}</small>}
      </td>
      <td>
        <Day at={asOf} />
      </td>
    </tr>
  );
};

function rangeText(floorProject: FloorProject, { role, value }: Assumption): string {
  const range = rangeOf(floorProject, role);
  if (range === undefined) return '';
  const scale = range.relative ? value : 1;
  return `${numberText(range.low.value * scale)} to ${numberText(range.high.value * scale)}`;
}
