/** Changes of what is said about a name rather than of a price: where an alias points, when a model is retired, what a workload pays. */
import type { Day, Instant } from '@bandgap/core';
import type { PriceEvent } from './price-event.ts';
import { isAhead } from './price-state.ts';

/** Aliases by name. One that is new points nowhere else than before. */
export const repointedAliases = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly PriceEvent[] =>
  [...after].flatMap(([alias, to]): readonly PriceEvent[] => {
    const from = before.get(alias);
    return from === undefined || from === to ? [] : [{ kind: 'alias_repointed', alias, from, to }];
  });

/** Days of retirement by model; a day that moves is announced again, and one that has passed is no announcement. */
export const announcedDeprecations = (
  before: ReadonlyMap<string, Day>,
  after: ReadonlyMap<string, Day>,
  asOf: Instant,
): readonly PriceEvent[] =>
  [...after].flatMap(([subject, retiredOn]): readonly PriceEvent[] =>
    before.get(subject) === retiredOn || !isAhead(retiredOn, asOf)
      ? []
      : [{ kind: 'deprecation_announced', subject, retiredOn }],
  );

/** Blended prices of one scenario by model, in USD per million tokens. */
export const changedBlends = (
  scenario: string,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly PriceEvent[] =>
  [...after].flatMap(([subject, to]): readonly PriceEvent[] => {
    const from = before.get(subject);
    return from === undefined || from === to ? [] : [{ kind: 'blend_changed', subject, scenario, from, to }];
  });
