/** How to name a figure in a text of one's own. */
import type { Fixing } from '@bandgap/views';
import { minuteText, shortReceipt } from './parts.tsx';

interface Properties {
  readonly name: string;
  readonly path: string;
  readonly latest: Fixing | undefined;
}

export const Cite = ({ name, path, latest }: Properties) =>
  latest === undefined ? null : (
    <section aria-label="Cite">
      <h2>Cite</h2>
      <p class="cite">
        Bandgap, “{name}”, {latest.day}, as known at {minuteText(latest.knownAt)}, receipt{' '}
        <a href={`/verify/${shortReceipt(latest.receipt)}`}>{shortReceipt(latest.receipt)}</a>, {path}.
      </p>
      <details>
        <summary>BibTeX</summary>
        <pre tabindex={0}>{bibtex(name, latest)}</pre>
      </details>
    </section>
  );

const bibtex = (name: string, { day, knownAt, receipt }: Fixing): string =>
  [
    `@misc{bandgap-${shortReceipt(receipt)},`,
    '  author = {Bandgap},',
    `  title = {${name}},`,
    `  year = {${day.slice(0, 4)}},`,
    `  note = {${day}, as known at ${minuteText(knownAt)}, receipt ${receipt}}`,
    '}',
  ].join('\n');
