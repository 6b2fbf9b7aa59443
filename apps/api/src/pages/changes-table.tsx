/** Events in a table, in the words of people. */
import type { EventView } from '@bandgap/views';
import { Day, Head, Restricted, Table } from './parts.tsx';

interface Properties {
  readonly label: string;
  readonly events: readonly EventView[];
}

export const kindWords = (kind: string): string => kind.replaceAll('_', ' ');

export const EventTable = ({ label, events }: Properties) => (
  <Table label={label}>
    <Head columns={['what', 'kind', 'true from', 'said by']} />
    <tbody>
      {events.map((event) => (
        <EventRow {...event} />
      ))}
    </tbody>
  </Table>
);

const EventRow = ({ kind, text, asOf, source, subject, publishable }: EventView) => (
  <tr>
    <th scope="row">
      {isModel(subject, text) ? (
        <>
          <a href={`/tokens/${subject.split('/').map(encodeURIComponent).join('/')}`}>{subject}</a>
          {text.slice(subject.length)}
        </>
      ) : (
        text
      )}{' '}
      <Restricted publishable={publishable} />
    </th>
    <td>
      <span class="state">{kindWords(kind)}</span>
    </td>
    <td>
      <Day at={asOf} />
    </td>
    <td>{source}</td>
  </tr>
);

/** A model has a page of its own, under its lab. */
const isModel = (subject: string, text: string): boolean =>
  text.startsWith(subject) && /^[^/:\s]+\/[^/\s]+$/.test(subject);
