/** Headlines that state a change of memory prices, each with what was read from it. */
import type { SignalHeadline, SignalStatement } from '@bandgap/views';
import { Cited, Day, Head, Restricted, Table } from './parts.tsx';

export const Signals = ({ signals }: { readonly signals: readonly SignalHeadline[] }) =>
  signals.length === 0 ? (
    <p>No headline that states a change of memory prices was read yet.</p>
  ) : (
    <Table label="Headlines on memory prices">
      <Head columns={['day', 'headline', 'what it states']} />
      <tbody>
        {signals.map(({ title, url, publishedAt, sourceName, publishable, statements }) => (
          <tr>
            <td>
              <Day at={publishedAt} />
            </td>
            <th scope="row">
              <Cited source={title} url={url} />
              <small>
                {sourceName} <Restricted publishable={publishable} />
              </small>
            </th>
            <td>
              {statements.map((statement) => (
                <div>{inWords(statement)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

const inWords = ({ product, metric, range, period, status }: SignalStatement): string =>
  `${product.replaceAll('_', ' ')}, ${metric.replaceAll('_', ' ')}: ${range} in ${period}, ${status}`;
