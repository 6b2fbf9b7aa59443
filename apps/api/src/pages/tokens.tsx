/** Every model whose list price sources vote on: what it costs, what workloads pay, and since when. */
import { blendScenarios } from '@bandgap/catalog';
import type { ConfirmedPrice } from '@bandgap/models';
import type { TokenModel } from '@bandgap/views';
import { BadQuery } from '../serve/bad-query.ts';
import type { Page } from '../serve/page.tsx';
import { Day, Head, Price, Table } from './parts.tsx';
import { labOf, nameOf, priceOf } from './token-words.ts';

interface Tokens {
  readonly models: readonly TokenModel[];
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly href: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** Beside every lab. */
const everyModel = 'all';

export const tokensPage: Page<Tokens> = {
  path: '/tokens',
  load: async (readers, _, query) => {
    const all = await readers.tokens();
    const lab = query.get('lab') ?? '';
    const labs = [...new Set(all.map(({ seller }) => seller))];
    if (lab !== '' && lab !== everyModel && !labs.includes(lab))
      throw new BadQuery(`lab: expected one of ${[everyModel, ...labs].join(', ')}, was ${JSON.stringify(lab)}`);
    const choice = (id: string, name = id): Choice => ({
      href: id === '' ? '/tokens' : `/tokens?lab=${encodeURIComponent(id)}`,
      name,
      count: chosen(all, id).length,
      isChosen: id === lab,
    });
    return {
      models: chosen(all, lab),
      choices: [choice('', 'Confirmed'), choice(everyModel, 'All'), ...labs.map((id) => choice(id))],
    };
  },
  view: (tokens) => ({ title: 'Tokens', body: <TokensBody {...tokens} /> }),
  missing: 'There are no models.',
};

/** Those with a confirmed price where no lab is named. */
const chosen = (all: readonly TokenModel[], lab: string): readonly TokenModel[] =>
  all.filter(({ seller, status }) => (lab === '' ? status === 'confirmed' : lab === everyModel || seller === lab));

/** What the columns of the workloads are called; the scenarios say the rest. */
const shortNames: Readonly<Record<string, string>> = {
  'agentic-300': 'agentic',
  'claude-code': 'Claude Code',
  'openrouter-measured': 'OpenRouter',
};

const columns = [
  'model',
  '#input',
  '#output',
  '#cache read',
  ...blendScenarios.map(({ id }) => `#${shortNames[id] ?? id}`),
  'list price',
  'stands since',
];

const TokensBody = ({ models, choices }: Tokens) => (
  <>
    <h1>Token prices</h1>
    <p class="lead">
      List prices in USD per million tokens, by the agreement of sources that do not copy one another: confirmed once
      two say so, or the lab’s own page has said so for a day. Beside them, what three workloads pay for a million
      tokens, those read from cache counted.
    </p>
    <Choices choices={choices} />
    {models.length === 0 ? <p>No list price was confirmed yet.</p> : <Models models={models} />}
    <h2>The workloads</h2>
    <dl>
      {blendScenarios.map(({ id, label }) => (
        <>
          <dt>{shortNames[id] ?? id}</dt>
          <dd>{label}</dd>
        </>
      ))}
    </dl>
    <p class="note">
      A question mark stands behind a price that is not confirmed yet. A workload’s price is pending where a price that
      counts in it is. Models that only hosts sell have no list price; what hosts ask stands on the page of each model.
    </p>
  </>
);

const Choices = ({ choices }: Pick<Tokens, 'choices'>) => (
  <nav class="choices" aria-label="Models">
    {choices.map(({ href, name, count, isChosen }) => (
      <a href={href} {...(isChosen ? { 'aria-current': 'true' } : {})}>
        {name} <small>{count}</small>
      </a>
    ))}
  </nav>
);

const Models = ({ models }: Pick<Tokens, 'models'>) => (
  <Table label="List prices and what workloads pay, USD per million tokens">
    <Head columns={columns} />
    {[...new Set(models.map(({ seller }) => seller))].map((seller) => (
      <tbody>
        <tr>
          <th class="group" scope="rowgroup" colspan={columns.length}>
            {seller}
          </th>
        </tr>
        {models
          .filter((model) => model.seller === seller)
          .map((model) => (
            <ModelRow {...model} />
          ))}
      </tbody>
    ))}
  </Table>
);

const ModelRow = ({ model, meters, receipt, since, blends, ...vote }: TokenModel) => (
  <tr>
    <th scope="row">
      <a href={`/tokens/${labOf(model)}/${encodeURIComponent(nameOf(model))}`}>{nameOf(model)}</a>
    </th>
    {[meters.input, meters.output, meters.cache_read].map((meter) => (
      <MeterCell meter={meter} receipt={receipt} />
    ))}
    {blendScenarios.map(({ id }) => {
      const blend = blends.find(({ scenario }) => scenario === id);
      return (
        <td class="number">
          {blend === undefined ? '' : <Price value={blend.blendedPerMTok} receipt={blend.receipt} />}
        </td>
      );
    })}
    <td>
      <Standing {...vote} meters={meters} />
    </td>
    <td>{since === undefined ? '' : <Day at={since} />}</td>
  </tr>
);

interface Meter {
  readonly meter: ConfirmedPrice | undefined;
  readonly receipt: string;
}

const MeterCell = ({ meter, receipt }: Meter) => {
  const price = priceOf(meter);
  return (
    <td class="number">
      {price === undefined ? '' : <Price value={price} receipt={receipt} />}
      {meter?.status === 'pending' ? '?' : ''}
    </td>
  );
};

const Standing = ({ status, meters }: Pick<TokenModel, 'status' | 'meters'>) => {
  const others = new Set(
    Object.values(meters).flatMap((meter) =>
      meter.status === 'confirmed' ? meter.disagree.flatMap(({ sources }) => sources) : [],
    ),
  );
  return (
    <>
      <span class={`state ${status === 'confirmed' ? 'holds' : 'waiting'}`}>{status}</span>
      {others.size === 0 ? '' : ` ${[...others].join(', ')} ${others.size === 1 ? 'says' : 'say'} otherwise`}
    </>
  );
};
