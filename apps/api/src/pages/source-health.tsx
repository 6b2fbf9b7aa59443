/** How the sources are, state by state. */
import type { SourceState } from '@bandgap/views';

interface Sources {
  readonly sources: readonly SourceState[];
}

const ailments = [
  ['unreachable', 'Unreachable', ({ state }) => state === 'unreachable'],
  ['quarantined', 'Quarantined', ({ state }) => state === 'quarantined'],
  ['unreadable', 'Unreadable', ({ state }) => state === 'unreadable'],
  ['missed', 'Missed their time', ({ state }) => state === 'missed'],
  ['stale', 'Older than they should be', ({ state, stale }) => stale && (state === 'fetched' || state === 'unchanged')],
] as const satisfies readonly (readonly [string, string, (source: SourceState) => boolean])[];

export const SourceHealth = ({ sources }: Sources) => {
  const ill = ailments.map(([state, name, has]) => ({
    state,
    name,
    names: sources.filter(has).map((each) => each.name),
  }));
  const asleep = sources.filter(({ state }) => state === 'disabled' || state === 'waiting').length;
  const unwell = ill.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <>
      <p>
        Of <a href="/sources">{sources.length} sources</a>, {sources.length - unwell - asleep} are well, {unwell} are
        not, and {asleep} are off or wait for their first document.
      </p>
      <dl>
        {ill
          .filter(({ names }) => names.length > 0)
          .map(({ state, name, names }) => (
            <>
              <dt>
                <span class={`state ${state}`}>{name}</span>
              </dt>
              <dd>{names.join(', ')}</dd>
            </>
          ))}
      </dl>
    </>
  );
};
