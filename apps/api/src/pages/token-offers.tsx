/** What every seller asks for a model, on each set of terms, as each source has it. */
import { usd } from '@bandgap/charts';
import type { TokenOffer } from '@bandgap/views';
import { Day, Head, Restricted, Table } from './parts.tsx';
import { contextWords, meters as meterNames } from './token-words.ts';

interface Offers {
  readonly offers: readonly TokenOffer[];
}

const tiers = ['standard', 'batch', 'flex', 'priority', 'fast'];

export const Offers = ({ offers }: Offers) => {
  const scheduled = offers.filter(({ terms }) => terms.validFrom !== undefined);
  const promotional = offers.filter(({ terms }) => terms.validFrom === undefined && terms.listing === 'promo');
  const listed = offers.filter(({ terms }) => terms.validFrom === undefined && terms.listing === undefined);
  return (
    <>
      <h2>What sellers ask</h2>
      <p class="note">Every meter in USD per million tokens, on the terms of its row and no others.</p>
      {listed.length === 0 ? (
        <p>Nobody quotes it now.</p>
      ) : (
        <OfferTable label="List prices by seller" offers={listed} />
      )}
      <h2>Promotional prices</h2>
      {promotional.length === 0 ? (
        <p>No source says that any of these prices is discounted for a while.</p>
      ) : (
        <OfferTable label="Promotional prices" offers={promotional} />
      )}
      <h2>Announced prices</h2>
      {scheduled.length === 0 ? (
        <p>No change is announced.</p>
      ) : (
        <OfferTable label="Announced prices" offers={scheduled} announced />
      )}
    </>
  );
};

interface OfferTableProperties extends Offers {
  readonly label: string;
  readonly announced?: boolean;
}

const OfferTable = ({ label, offers, announced = false }: OfferTableProperties) => {
  const named = meterNames.filter(([metric]) => offers.some(({ meters }) => meters[metric] !== undefined));
  const bySeller = offers.toSorted(
    (a, b) =>
      (a.seller < b.seller ? -1 : a.seller > b.seller ? 1 : 0) ||
      tiers.indexOf(a.terms.tier) - tiers.indexOf(b.terms.tier) ||
      a.terms.contextFrom - b.terms.contextFrom,
  );
  return (
    <Table label={label}>
      <Head
        columns={[
          'seller',
          'tier',
          'prompt',
          'when, where',
          ...named.map(([, name]) => `#${name}`),
          announced ? 'applies from' : 'since',
          'last seen',
          'source',
        ]}
      />
      <tbody>
        {bySeller.map(({ seller, source, terms, meters, since, seenAt, publishable }) => (
          <tr>
            <th scope="row">{seller}</th>
            <td>{terms.tier}</td>
            <td>{contextWords(terms)}</td>
            <td>{[terms.window ?? [], terms.region ?? []].flat().join(', ') || 'always'}</td>
            {named.map(([metric]) => (
              <td class="number">{meters[metric] === undefined ? '' : usd(meters[metric])}</td>
            ))}
            <td>
              <Day at={terms.validFrom ?? since} />
            </td>
            <td>
              <Day at={seenAt} />
            </td>
            <td>
              <a href={`/sources/${source}`}>{source}</a> <Restricted publishable={publishable} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
