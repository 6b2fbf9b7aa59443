/** Memory: what every part costs on each basis, how far that moves the floor, and what the press says is coming. */
import type { CitedMemoryPrice, MemoryQuote, PassThroughView, SignalHeadline } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { MemoryBoard } from './memory-board.tsx';
import { PassThrough } from './memory-pass-through.tsx';
import { MemoryReference } from './memory-reference.tsx';
import { Signals } from './memory-signals.tsx';

interface Memory {
  readonly quotes: readonly MemoryQuote[];
  readonly passThroughs: readonly PassThroughView[];
  readonly signals: readonly SignalHeadline[];
  readonly cited: readonly CitedMemoryPrice[];
}

const mostStatements = 60;

export const memoryPage: Page<Memory> = {
  path: '/memory',
  load: async (readers) => {
    const [quotes, passThroughs, signals, cited] = await Promise.all([
      readers.memoryBoard(),
      readers.memoryPassThrough(),
      readers.memorySignals({ limit: mostStatements }),
      readers.memoryReference(),
    ]);
    return { quotes, passThroughs, signals, cited };
  },
  view: (memory) => ({ title: 'Memory', body: <MemoryBody {...memory} /> }),
  missing: 'There are no memory prices.',
};

const MemoryBody = ({ quotes, passThroughs, signals, cited }: Memory) => (
  <>
    <h1>Memory</h1>
    <p class="lead">
      What memory costs goes into the price of a system, and so into the rent below which nobody would build it.
    </p>
    <h2>How far memory moves the floor</h2>
    <PassThrough passThroughs={passThroughs} />
    <h2>Prices</h2>
    <p>
      Spot and contract prices, proxies, estimates and statistics are different things: each stands in a row of its own
      and none is converted into another. USD/GB is given wherever the part has a capacity.
    </p>
    <MemoryBoard quotes={quotes} />
    <h2>What the press says</h2>
    <Signals signals={signals} />
    <h2>Printed in public</h2>
    <MemoryReference cited={cited} newest={newestShown} />
  </>
);

const newestShown = 40;
