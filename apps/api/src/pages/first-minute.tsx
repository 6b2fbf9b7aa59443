/** What is said before the first document was fetched: what is happening, and what can be done meanwhile. */
import type { SourceState } from '@bandgap/views';

export const FirstMinute = ({ sources }: { readonly sources: readonly SourceState[] }) => {
  const waiting = sources.filter(({ state }) => state === 'waiting').length;
  const failing = sources.filter(({ state }) => state === 'unreachable').length;
  return (
    <section class="note" aria-label="First minute">
      <p>
        <strong>No prices yet.</strong> {waiting} <a href="/sources">sources</a> wait for their next time on the clock,
        most within the hour{failing === 0 ? '' : `; ${failing} could not be reached`}. Figures appear here as documents
        arrive: load the page again.
      </p>
      <p>
        What needs no prices is here already: <a href="/one-chart">the One Chart</a>, where the system’s price can be
        moved, <a href="/models">the models</a> with every assumption and its source, and{' '}
        <a href="/scenarios">scenarios</a> side by side.
      </p>
      <p>
        To look around with recorded prices instead: <code>npx bandgap up --replay test/recordings</code>.
      </p>
    </section>
  );
};
