/** One source: how it is asked, how it is, what it brought, what of that was not used, and the bytes where they may be shown. */
import type { RecentCapture } from '@bandgap/db';
import type { SourceDetail } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Head, Minute, Restricted, Table } from './parts.tsx';
import { skipWords } from './skip-words.ts';

export const sourcePage: Page<SourceDetail> = {
  path: '/sources/:id',
  load: (readers, { id = '' }) => readers.source(id),
  view: (source) => ({ title: source.name, body: <SourceBody {...source} /> }),
  missing: 'There is no such source; those there are stand under /sources.',
};

const SourceBody = (source: SourceDetail) => {
  const { name, home, message, captures } = source;
  return (
    <>
      <h1>{name}</h1>
      <p class="lead">
        <a href={home} rel="noreferrer">
          {home}
        </a>
      </p>
      {message === null ? null : <p class="firing">{message}</p>}
      <Facts {...source} />
      <h2>What was not used of the newest document</h2>
      <Skipped {...source} />
      <h2>Documents</h2>
      {captures.length === 0 ? <p>None was fetched yet.</p> : <Captures {...source} />}
    </>
  );
};

const Facts = (source: SourceDetail) => {
  const { state, stale, schedule, nextRunAt, staleAfterMinutes, lastFetchedAt, lastAcceptedAt, lastChangedAt } = source;
  return (
    <dl>
      <dt>State</dt>
      <dd>
        <span class={`state ${state}${stale ? ' stale' : ''}`}>{stale ? `${state}, stale` : state}</span>
        {state === 'disabled' ? ` ${whyOff(source)}` : ''}
      </dd>
      <dt>Asked</dt>
      <dd>
        <code>{schedule}</code> in UTC
        {nextRunAt === undefined ? '' : ', next '}
        {nextRunAt === undefined ? null : <Minute at={nextRunAt} />}
      </dd>
      <dt>Last fetched</dt>
      <dd>
        <Minute at={lastFetchedAt} />
      </dd>
      <dt>Last good</dt>
      <dd>
        <Minute at={lastAcceptedAt} />, stale after {hours(staleAfterMinutes)}
      </dd>
      <dt>Last changed</dt>
      <dd>
        <Minute at={lastChangedAt} />
      </dd>
      <dt>Newest document</dt>
      <dd>
        {source.quotes === null
          ? 'not read yet'
          : `${source.quotes} prices and ${source.headlines ?? 0} headlines, at least ${source.expectsAtLeast} expected`}
        ; parser version {source.parserVersion}
      </dd>
      <dt>Licence</dt>
      <dd>
        {source.licence}
        {source.attribution === undefined ? '' : `, ${source.attribution}`}{' '}
        <Restricted publishable={source.publishable} />
      </dd>
    </dl>
  );
};

const whyOff = ({ id, needs }: SourceDetail): string =>
  needs.length === 0
    ? `until BANDGAP_ENABLE names ${id}`
    : `until ${needs.join(' and ')} ${needs.length > 1 ? 'are' : 'is'} set`;

const hours = (minutes: number): string => (minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`);

const Skipped = ({ skips, skipped }: SourceDetail) => {
  const counted = Object.entries(skips).sort(([, a], [, b]) => b - a);
  return counted.length === 0 ? (
    <p>Every row of it was used.</p>
  ) : (
    <Table label="Rows that were not used">
      <Head columns={['why', '#rows', 'such as']} />
      <tbody>
        {counted.map(([code, rows]) => (
          <tr>
            <th scope="row">
              {skipWords(code)} <small>{code}</small>
            </th>
            <td class="number">{rows}</td>
            <td>
              {skipped
                .filter((example) => example.code === code)
                .map(({ text }) => (
                  <code class="quoted">{text}</code>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Captures = ({ id, captures, publishable }: SourceDetail) => (
  <>
    {publishable ? null : <p>The licence bars showing these documents; they are kept to check figures against.</p>}
    <Table label="Documents">
      <Head columns={['fetched', 'verdict', '#prices', '#bytes', 'SHA-256', 'from']} />
      <tbody>
        {captures.map((capture) => (
          <tr>
            <td>
              <Minute at={capture.fetchedAt} />
            </td>
            <td>
              <span class={`state ${capture.verdict ?? 'waiting'}`}>{verdictOf(capture)}</span>
            </td>
            <td class="number">{capture.quotes ?? '–'}</td>
            <td class="number">{capture.bytes.toLocaleString('en-US')}</td>
            <td>
              {publishable ? (
                <a href={`/sources/${id}/captures/${capture.id}`}>
                  <code>{capture.sha256.slice(0, 12)}</code>
                </a>
              ) : (
                <code>{capture.sha256.slice(0, 12)}</code>
              )}
            </td>
            <td>
              <code>{capture.url}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  </>
);

function verdictOf({ verdict, repeated }: RecentCapture): string {
  if (verdict === null) return 'not read yet';
  return repeated ? `${verdict}, as before` : verdict;
}
