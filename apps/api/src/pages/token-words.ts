/** Meters and terms of token prices in words. */
import type { Metric, TokenTerms } from '@bandgap/core';
import type { ConfirmedPrice } from '@bandgap/models';

export const meters = [
  ['input', 'input'],
  ['output', 'output'],
  ['cache_read', 'cache read'],
  ['cache_write_5m', 'cache write, 5 min'],
  ['cache_write_1h', 'cache write, 1 h'],
] as const satisfies readonly (readonly [Metric, string])[];

/** What is paid as far as anybody knows: the confirmed price, or the first of those that wait for another voice. */
export const priceOf = (meter: ConfirmedPrice | undefined): number | undefined =>
  meter?.status === 'pending' ? meter.candidates[0]?.price : meter?.price;

export const contextWords = ({ contextFrom }: TokenTerms): string =>
  contextFrom === 0 ? 'any' : `from ${contextFrom.toLocaleString('en-US')} tokens`;

export const labOf = (model: string): string => model.slice(0, model.indexOf('/'));
export const nameOf = (model: string): string => model.slice(model.indexOf('/') + 1);
