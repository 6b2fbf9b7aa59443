/** What a GPU-hour costs by how long the buyer is bound and who sells it, how far markets are apart, and what is not compared. */
import { usd } from '@bandgap/charts';
import { inWords, tenorInWords } from '@bandgap/models';
import { basisInput, type TermStructure, termStructureInput } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Chart } from './chart.tsx';
import { Day, Head, Restricted, Table } from './parts.tsx';
import { basisData, termData } from './term-structure-data.ts';
import { refusals } from './term-structure-refusals.ts';

export const termStructurePage: Page<TermStructure> = {
  path: '/gpu/:gpu',
  load: (readers, { gpu = '' }) => readers.termStructure(gpu),
  view: (terms) => ({ title: `${terms.name} by term`, body: <Terms {...terms} /> }),
  missing: 'The catalog has no such GPU; those with an index stand under /gpu.',
};

const Terms = (terms: TermStructure) => (
  <>
    <h1>{terms.name} by term, and by who sells</h1>
    <p class="lead">
      USD per GPU-hour, listed as {terms.subjects.join(', ')}. Lists, asks, surveys and signed contracts are different
      things: each is a market of its own at its own newest date, and none is converted into another.
      {terms.missing.length === 0
        ? ''
        : ` Nobody quotes ${terms.missing.map((tenor) => tenorInWords({ tenor })).join(', ')}.`}{' '}
      <Restricted publishable={terms.publishable} />
    </p>
    {terms.markets.length === 0 ? (
      <p>Nobody has quoted it yet.</p>
    ) : (
      <>
        <Chart
          path={`/charts/terms/${terms.gpu}`}
          alt={`${terms.name}: rent by how long the buyer is bound`}
          publishable={terms.publishable}
          data={termData(termStructureInput(terms))}
        />
        <Markets {...terms} />
        <h2>Basis: how far the markets of one term are apart</h2>
        <Basis {...terms} />
        <h2>What is not compared</h2>
        <NotCompared {...terms} />
      </>
    )}
  </>
);

const Markets = ({ markets }: TermStructure) => (
  <Table label="Markets by term">
    <Head
      columns={[
        'term',
        'market',
        '#USD/GPU-hr',
        '#sellers or publishers',
        'last seen',
        '#to its own on demand',
        'sources',
      ]}
    />
    <tbody>
      {markets.map((market) => (
        <tr>
          <td>{tenorInWords(market)}</td>
          <th scope="row">{inWords(market)}</th>
          <td class="number">
            <strong>{usd(market.price)}</strong>
          </td>
          <td class="number">{market.owners}</td>
          <td>
            <Day at={market.day} />
          </td>
          <td class="number" {...(market.toOnDemand === undefined ? {} : { title: market.toOnDemand.label })}>
            {market.toOnDemand === undefined ? '' : market.toOnDemand.ratio.toFixed(2)}
          </td>
          <td>{market.sources.join(', ')}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Basis = (terms: TermStructure) => {
  const drawn = basisInput(terms);
  return (
    <>
      {terms.basis.length === 0 ? (
        <p>There are no two markets at one term.</p>
      ) : (
        <Table label="Basis">
          <Head columns={['basis', '#difference, USD/GPU-hr', '#ratio']} />
          <tbody>
            {terms.basis.map(({ label, difference, ratio }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="number">{`${difference < 0 ? '−' : '+'}${usd(Math.abs(difference))}`}</td>
                <td class="number">{ratio.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {drawn.lines.length < 2 ? null : (
        <Chart
          path={`/charts/basis/${terms.gpu}`}
          alt={`${terms.name} on demand, market by market over time`}
          publishable={terms.publishable}
          data={basisData(drawn)}
        />
      )}
    </>
  );
};

const NotCompared = ({ markets }: TermStructure) => {
  const refused = refusals(markets);
  return refused.length === 0 ? (
    <p>Every market here is of one term.</p>
  ) : (
    <>
      <p>Between a price for one term and a price for another there is a ratio of terms, and no basis:</p>
      <ul>
        {refused.map(({ market, over }) => (
          <li>
            {market}, with {over}
          </li>
        ))}
      </ul>
    </>
  );
};
