/** Alert rules as pure state machines, and the events of token prices: a state and what comes next give what is worth telling. */
export * from './floor-state.ts';
export * from './judge.ts';
export * from './price-events/named-changes.ts';
export * from './price-events/operator-events.ts';
export * from './price-events/price-event.ts';
export * from './price-events/price-events.ts';
export * from './price-events/price-state.ts';
export * from './refuse-unlike.ts';
export * from './replay.ts';
