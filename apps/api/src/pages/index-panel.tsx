/** What an index was made of on a day: who counted, who did not, and why. */
import type { Exclusion } from '@bandgap/models';
import type { Fixing, IndexHistory } from '@bandgap/views';
import { Day, FilledIn, Head, Price, Table } from './parts.tsx';

type PanelProperties = Fixing & Pick<IndexHistory, 'filledIn'>;

export const Panel = ({ receipt, constituents, excluded, filledIn }: PanelProperties) => (
  <>
    <h2>Who counted</h2>
    {constituents.length === 0 ? (
      <p>Nobody did.</p>
    ) : (
      <Table label="Who counted">
        <Head columns={['owner', '#USD/GPU-hr', '#weight', 'price since', 'last seen', 'source']} />
        <tbody>
          {constituents.map(({ owner, price, weight, observedAt, seenAt, source, input }) => (
            <tr>
              <th scope="row">{owner}</th>
              <td class="number">
                <Price value={price} receipt={receipt} input={input} />
              </td>
              <td class="number">{Number(weight.toFixed(3))}</td>
              <td>
                <Day at={observedAt} />
              </td>
              <td>
                <Day at={seenAt} />
              </td>
              <td>
                <a href={`/sources/${source}`}>{source}</a> {filledIn.has(input) ? <FilledIn /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
    <h2>Who did not, and why</h2>
    {excluded.length === 0 ? (
      <p>Everyone who was seen counted.</p>
    ) : (
      <Table label="Who did not count, and why">
        <Head columns={['provider', '#USD/GPU-hr', 'reason']} />
        <tbody>
          {excluded.map(({ provider, price, reason, input }) => (
            <tr>
              <th scope="row">{provider}</th>
              <td class="number">
                <Price value={price} receipt={receipt} input={input} />
              </td>
              <td>
                {reasons[reason]} {filledIn.has(input) ? <FilledIn /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
    {filledIn.size === 0 ? null : (
      <p class="aside">
        <FilledIn>means read later, from a dated version that somebody had kept.</FilledIn>
      </p>
    )}
  </>
);

const reasons: Readonly<Record<Exclusion['reason'], string>> = {
  unknown_provider: 'the catalog does not know the provider',
  reseller: 'resells the capacity of others',
  other_segment: 'sells in another segment',
  other_tenor: 'is for another tenor',
  not_an_offer: 'is a survey or an index, not an offer',
  not_a_market: 'is set by the seller or stands for nothing sold, not by a market',
  not_yet_known: 'was learned after the fixing',
  stale: 'was not seen lately enough',
  other_listing_of_owner: 'another listing of the same owner counted',
};
