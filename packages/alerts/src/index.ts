/** Alert rules as pure state machines, and the events of token prices: a state and what comes next give what is worth telling. */
export type {
  AlertCondition,
  AlertReference,
  AlertRule,
  AlertSubject,
  TermFactor,
  WrittenRule,
} from '@bandgap/catalog';
export * from './alert-state.ts';
export * from './news.ts';
export { daysUntilRemoved } from './price-events/arrivals.ts';
export * from './price-events/market-events.ts';
export * from './price-events/named-changes.ts';
export * from './price-events/operator-events.ts';
export * from './price-events/price-event.ts';
export * from './price-events/price-events.ts';
export * from './price-events/price-state.ts';
export * from './priced-subject.ts';
export * from './refuse-unlike.ts';
export * from './replay.ts';
export * from './rule-words.ts';
export * from './rules.ts';
export * from './sample.ts';
export * from './samples.ts';
export * from './step-alert.ts';
