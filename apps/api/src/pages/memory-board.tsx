/** The newest price of every memory part, from every source, on every basis. */
import { memoryPart } from '@bandgap/catalog';
import { usd } from '@bandgap/charts';
import type { MemoryQuote } from '@bandgap/views';
import { basisWords, formWords } from './memory-words.ts';
import { Day, Head, Price, Restricted, signed, Table } from './parts.tsx';

const columns = ['part', 'basis', '#price', 'unit', '#USD/GB', '#since the quote before', 'as of', 'source'];

export const MemoryBoard = ({ quotes }: { readonly quotes: readonly MemoryQuote[] }) =>
  quotes.length === 0 ? (
    <p>No memory price was read yet.</p>
  ) : (
    <Table label="Memory prices">
      <Head columns={columns} />
      {[...new Set(quotes.map(({ form }) => form))].map((form) => (
        <tbody>
          <tr>
            <th class="group" scope="rowgroup" colspan={columns.length}>
              {formWords[form] ?? form}
            </th>
          </tr>
          {quotes
            .filter((quote) => quote.form === form)
            .map((quote) => (
              <QuoteRow {...quote} />
            ))}
        </tbody>
      ))}
    </Table>
  );

const QuoteRow = ({ part, name, basis, value, unit, usdPerGb, change, ...quote }: MemoryQuote) => (
  <tr>
    <th scope="row">{memoryPart(part) === undefined ? name : <a href={`/memory/${part}`}>{name}</a>}</th>
    <td>
      <span class={basis === 'spot' || basis === 'contract' ? 'state holds' : 'state'}>{basisWords[basis]}</span>
    </td>
    <td class="number">
      <Price value={value} receipt={quote.receipt} />
    </td>
    <td class="unit">{unit}</td>
    <td class="number">{basis === 'statistic' && unit !== 'USD/GB' ? '' : usd(usdPerGb)}</td>
    <td class="number" {...(quote.previousAsOf === null ? {} : { title: `since ${quote.previousAsOf.slice(0, 10)}` })}>
      {change === null ? '' : signed(change)}
    </td>
    <td>
      <Day at={quote.asOf} />
    </td>
    <td>
      <a href={`/sources/${quote.source}`}>{quote.sourceName}</a> <Restricted publishable={quote.publishable} />
    </td>
  </tr>
);
