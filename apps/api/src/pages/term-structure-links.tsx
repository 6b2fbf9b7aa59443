/** Ways to what a GPU costs by term and by who sells it. */

const gpuOf = (index: string): string => index.slice(0, index.indexOf('/'));

export const TermsLink = ({ index }: { readonly index: string }) => (
  <p>
    <a href={`/gpu/${gpuOf(index)}`}>{gpuOf(index).toUpperCase()} by term, and by who sells</a>: spot, contracts and
    surveys beside this index, and how far they are apart.
  </p>
);

export const TermsLinks = ({ indices }: { readonly indices: readonly string[] }) => (
  <nav class="choices" aria-label="By term, and by who sells">
    <span>By term, and by who sells:</span>
    {[...new Set(indices.map(gpuOf))].map((gpu) => (
      <a href={`/gpu/${gpu}`}>{gpu.toUpperCase()}</a>
    ))}
  </nav>
);
