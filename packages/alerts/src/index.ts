/** Alert rules as pure state machines: a state and a fixing give the next state, and at most one transition. */
export * from './floor-state.ts';
export * from './judge.ts';
export * from './refuse-unlike.ts';
export * from './replay.ts';
