/** The question of a confirmed list price: what every source that has a say quotes for each meter of the model. */

import { listPrices } from './list-prices.ts';
import { type Asker, observed } from './questions.ts';

export const askConfirmedPrice: Asker = async (query, batch) => {
  const [first] = batch;
  if (first === undefined) return [];
  const models = batch.map(({ subject }) => subject);
  const quotes = await listPrices(query, models, first.knownAt);
  return batch.flatMap((due) => {
    const inputs = (quotes.get(due.subject) ?? []).map((value) => observed('quote', value));
    return inputs.length === 0 ? [] : [{ due, inputs }];
  });
};
