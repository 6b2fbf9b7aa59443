/** Memory prices printed in public, each with where, and how far it can be trusted. */
import { usd } from '@bandgap/charts';
import type { CitedMemoryPrice } from '@bandgap/views';
import { basisWords } from './memory-words.ts';
import { Cited, Day, Head, Table } from './parts.tsx';

interface Properties {
  readonly cited: readonly CitedMemoryPrice[];
  /** How many of the newest are shown; the others are on the pages of their parts. */
  readonly newest?: number;
  /** Whether they are of several parts. */
  readonly named?: boolean;
}

export const MemoryReference = ({ cited, newest = cited.length, named = true }: Properties) => {
  const shown = cited.toReversed().slice(0, newest);
  if (shown.length === 0) return <p>None is known.</p>;
  return (
    <>
      {shown.length === cited.length ? null : (
        <p>
          The newest {shown.length} of {cited.length}; the others stand on the pages of their parts.
        </p>
      )}
      <Table label="Memory prices printed in public">
        <Head
          columns={[...(named ? ['part'] : []), 'as of', 'basis', '#price', 'unit', '#USD/GB', 'printed by', 'trust']}
        />
        <tbody>
          {shown.map(({ part, name, basis, value, unit, usdPerGb, asOf, source, url, confidence, trust, status }) => (
            <tr>
              {named ? (
                <th scope="row">
                  <a href={`/memory/${part}`}>{name}</a>
                </th>
              ) : null}
              <td>
                <Day at={asOf} />
              </td>
              <td>
                {basisWords[basis]}
                {status === 'actual' ? '' : `, ${status}`}
              </td>
              <td class="number">{usd(value)}</td>
              <td class="unit">{unit}</td>
              <td class="number">{usdPerGb === null ? '' : usd(usdPerGb)}</td>
              <td>
                <Cited source={source} url={url} />
              </td>
              <td title={trust}>{confidence}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p class="aside">
        A: read on the publisher’s page or a dated capture of it. B: one step removed. C: relayed by the press.
      </p>
    </>
  );
};
