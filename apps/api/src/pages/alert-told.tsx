/** What rules told, and how each message about it went: delivered, waiting for another try, or given up. */
import type { TransitionDelivery } from '@bandgap/db';
import type { ToldTransition } from '@bandgap/views';
import { figureWords, ruleAddress, toWords } from './alert-words.tsx';
import { Day, Head, Minute, Table } from './parts.tsx';

interface Properties {
  readonly told: readonly ToldTransition[];
}

export const ToldTable = ({ told }: Properties) =>
  told.length === 0 ? (
    <p>Nothing was told yet.</p>
  ) : (
    <Table label="What was told, and to whom">
      <Head columns={['as of', 'rule', 'what', '#value', '#against', 'messages']} />
      <tbody>
        {told.map((transition) => (
          <ToldRow {...transition} />
        ))}
      </tbody>
    </Table>
  );

const ToldRow = ({ asOf, ruleId, kind, to, value, reference, unit, strong, event, ...told }: ToldTransition) => (
  <tr>
    <td>
      <Day at={asOf} />
    </td>
    <th scope="row">
      <a href={ruleAddress(ruleId)}>{ruleId}</a>
    </th>
    <td>
      {event ?? (kind === 'reminder' ? 'still fires' : (toWords[to] ?? to))}
      {kind === 'revised' ? ', as later data have it' : ''}
      {strong ? ', strongly' : ''}
      {told.revision > 1 ? `, revision ${told.revision}` : ''}
    </td>
    <td class="number">{reference === null ? '' : figureWords(value, unit)}</td>
    <td class="number">{reference === null ? '' : figureWords(reference, unit)}</td>
    <td>
      {told.mutedBy === null ? '' : `kept from people by silence ${told.mutedBy}`}
      {told.mutedBy === null && told.deliveries.length === 0 ? 'no channel was set up' : ''}
      {told.deliveries.map((delivery) => (
        <Delivery {...delivery} />
      ))}
    </td>
  </tr>
);

const Delivery = ({ channel, attempts, nextAttemptAt, deliveredAt, givenUpAt, message }: TransitionDelivery) => {
  const tries = attempts === 1 ? '1 try' : `${attempts} tries`;
  if (deliveredAt !== null)
    return (
      <div>
        {channel}: delivered <Minute at={deliveredAt} /> after {tries}
      </div>
    );
  if (givenUpAt !== null)
    return (
      <div>
        {channel}: <span class="warn">given up</span> <Minute at={givenUpAt} /> after {tries}
        <small>{message}</small>
      </div>
    );
  return (
    <div>
      {channel}: waits after {tries}, next <Minute at={nextAttemptAt} />
      <small>{message}</small>
    </div>
  );
};
