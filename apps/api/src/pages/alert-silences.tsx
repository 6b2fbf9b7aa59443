/** Who wants to hear nothing of a rule, until when and why. */
import type { StoredSilence } from '@bandgap/db';
import { ruleAddress } from './alert-words.tsx';
import { Day, Head, Minute, Table } from './parts.tsx';

export const Silences = ({ silences }: { readonly silences: readonly StoredSilence[] }) =>
  silences.length === 0 ? (
    <p>Nothing is silenced.</p>
  ) : (
    <Table label="Silences and acknowledgements">
      <Head columns={['rule', 'what', 'by', 'why', 'from', 'until']} />
      <tbody>
        {silences.map(({ ruleId, transitionId, author, reason, at, until, firingSince }) => (
          <tr>
            <th scope="row">{ruleId === '*' ? 'every rule' : <a href={ruleAddress(ruleId)}>{ruleId}</a>}</th>
            <td>
              {transitionId === null ? 'silenced' : 'acknowledged'}
              {firingSince === null ? null : (
                <small>
                  firing since <Day at={firingSince} />
                </small>
              )}
            </td>
            <td>{author}</td>
            <td>{reason}</td>
            <td>
              <Minute at={at} />
            </td>
            <td>{until === null ? 'while it fires' : <Minute at={until} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
