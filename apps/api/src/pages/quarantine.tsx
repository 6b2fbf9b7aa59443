/** What was not believed, why, since when, what was decided, and how to decide. */
import { usd } from '@bandgap/charts';
import type { Quarantine as Doubted, DoubtedDocument, HeldOffer } from '@bandgap/views';
import { Day, Head, Minute, Restricted, Table } from './parts.tsx';
import { skipWords } from './skip-words.ts';

export const Quarantine = ({ documents, prices, rows, rejectedSources, waiting }: Doubted) => (
  <>
    <h2 id="quarantine">Quarantine</h2>
    {documents.length + prices.length + rows.length + rejectedSources.length === 0 ? (
      <p>Everything that was read was believed.</p>
    ) : (
      <p>
        What looks wrong is kept out of every figure until somebody decides or later documents bear it out.{' '}
        {waiting === 0 ? 'Nothing waits.' : `${waiting} wait for a decision.`} To look closer:{' '}
        <code>bandgap quarantine show &lt;id&gt;</code>
      </p>
    )}
    {documents.length === 0 ? null : <Documents documents={documents} />}
    {prices.length === 0 ? null : <HeldPrices prices={prices} />}
    {rows.length === 0 ? null : (
      <Table label="Rows refused in the newest documents">
        <Head columns={['#id', 'rows refused in the newest document of', 'fetched', 'why']} />
        <tbody>
          {rows.map(({ id, sourceId, fetchedAt, skips }) => (
            <tr>
              <td class="number">{id}</td>
              <th scope="row">
                <a href={`/sources/${sourceId}`}>{sourceId}</a>
              </th>
              <td>
                <Minute at={fetchedAt} />
              </td>
              <td>{skipped(skips)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
    {rejectedSources.length === 0 ? null : (
      <Table label="Sources left out of every index">
        <Head columns={['source left out', 'from', 'to', 'by', 'why']} />
        <tbody>
          {rejectedSources.map(({ sourceId, from, to, author, reason }) => (
            <tr>
              <th scope="row">{sourceId}</th>
              <td>
                <Day at={from} />
              </td>
              <td>
                <Day at={to} />
              </td>
              <td>{author}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </>
);

const skipped = (skips: Readonly<Record<string, number>>): string =>
  Object.entries(skips)
    .map(([code, rows]) => `${rows} ${skipWords(code)}`)
    .join(', ');

const Documents = ({ documents }: Pick<Doubted, 'documents'>) => (
  <Table label="Documents that were not believed">
    <Head columns={['#id', 'document of', 'fetched', 'why', 'decision']} />
    <tbody>
      {documents.map(({ id, source, sourceName, fetchedAt, fetches, verdict, reasons, ...document }) => (
        <tr>
          <td class="number">{id}</td>
          <th scope="row">
            <a href={`/sources/${source}`}>{sourceName}</a>
          </th>
          <td>
            <Minute at={fetchedAt} />
            {fetches === 1 ? '' : `, ${fetches} times`}
          </td>
          <td>
            {verdict}: {reasons.join('; ')}
          </td>
          <td>
            <Decision id={id} {...document} />
          </td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const HeldPrices = ({ prices }: Pick<Doubted, 'prices'>) => (
  <Table label="Prices that are held back">
    <Head columns={['#id', 'price held back', '#believed', '#quoted', 'rule', 'since', 'decision']} />
    <tbody>
      {prices.map(({ id, series, sourceName, believed, value, rule, since, publishable, ...held }) => (
        <tr>
          <td class="number">{id}</td>
          <th scope="row">
            {series.subject} at {series.venue}
            <small>
              {sourceName} <Restricted publishable={publishable} />
            </small>
          </th>
          <td class="number">{believed === null ? 'nothing' : usd(believed)}</td>
          <td class="number">{usd(value)}</td>
          <td>{rule}</td>
          <td>
            <Day at={since} />
          </td>
          <td>
            <Decision id={id} {...held} />
          </td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Decision = ({ id, state, decisions }: Pick<DoubtedDocument | HeldOffer, 'id' | 'state' | 'decisions'>) => {
  const last = decisions.at(-1);
  return (
    <>
      <span class={`state ${state === 'waiting' ? 'quarantined' : ''}`}>{state}</span>
      {last === undefined ? (
        <small>
          <code>bandgap quarantine release {id} --by … --reason …</code>
        </small>
      ) : (
        <small>
          by {last.author} on <Day at={last.decidedAt} />: {last.reason}
        </small>
      )}
    </>
  );
};
