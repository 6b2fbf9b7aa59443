/** One model: its list price over time and who agrees on it, what workloads pay, and what every seller asks. */
import type { TokenPriceChart } from '@bandgap/charts';
import type { EventView, PriceSeries, TokenModelDetail } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { EventTable } from './changes-table.tsx';
import { Chart } from './chart.tsx';
import { Minute } from './parts.tsx';
import { tokenData } from './price-data.ts';
import { BlendCalculator } from './token-blend.tsx';
import { type Mix, mixIn } from './token-mix.ts';
import { Offers } from './token-offers.tsx';
import { Votes } from './token-votes.tsx';
import { labOf, nameOf } from './token-words.ts';

interface Model extends TokenModelDetail {
  readonly prices: PriceSeries<TokenPriceChart> | undefined;
  readonly events: readonly EventView[];
  readonly mix: Mix;
}

const mostEvents = 30;

export const tokenModelPage: Page<Model> = {
  path: '/tokens/:lab/:model',
  load: async (readers, { lab, model }, query) => {
    const id = `${lab}/${model}`;
    const mix = mixIn(query);
    const [detail, prices, events] = await Promise.all([
      readers.tokenModel(id),
      readers.tokenPrices(id),
      readers.events({ subject: id, limit: mostEvents }),
    ]);
    return detail && { ...detail, prices, events, mix };
  },
  view: (model) => ({ title: model.model, body: <ModelBody {...model} /> }),
  missing: 'Nobody quotes such a model; those there are stand under /tokens.',
};

const ModelBody = ({ model, listPrice, offers, prices, events, mix }: Model) => {
  const place = `${labOf(model)}/${encodeURIComponent(nameOf(model))}`;
  return (
    <>
      <h1>{model}</h1>
      <p class="lead">
        {listPrice === undefined ? (
          'No source that counts says what its lab asks for it: it has no list price here, only what sellers ask.'
        ) : (
          <>
            The list price of {labOf(model)}, as sources had it on <Minute at={listPrice.asOf} />, in USD per million
            tokens.
          </>
        )}
      </p>
      {listPrice === undefined ? null : <Votes {...listPrice} />}
      {prices === undefined ? null : (
        <>
          <h2>The list price over time</h2>
          <Chart
            path={`/charts/tokens/${place}`}
            alt={`Confirmed list prices of ${model} over time`}
            publishable={prices.publishable}
            data={tokenData(prices.chart)}
          >
            Each price from the day it was first confirmed; it holds until the next.
          </Chart>
        </>
      )}
      {listPrice === undefined ? null : (
        <BlendCalculator listPrice={listPrice} address={`/tokens/${place}`} mix={mix} />
      )}
      <Offers offers={offers} />
      <h2>What changed</h2>
      {events.length === 0 ? (
        <p>Nothing was told of it.</p>
      ) : (
        <EventTable label={`What changed of ${model}`} events={events} />
      )}
    </>
  );
};
