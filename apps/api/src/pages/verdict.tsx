/** What came out when a receipt was recomputed: first whether it holds, then what does not, then all that was checked. */
import type { Check, Verification } from '@bandgap/receipts';

/** More would make the page heavier than what it is about. */
const mostListed = 200;

export const Verdict = ({ holds, checks }: Verification) => {
  const failed = checks.filter((check) => !check.holds);
  const held = checks.filter((check) => check.holds);
  return (
    <section class={holds ? 'verdict holds' : 'verdict fails'} aria-label="Verdict">
      <p class="value">{holds ? 'Holds' : 'Does not hold'}</p>
      <p>
        {holds
          ? `All ${checks.length} checks hold: the hash of the question, every value found again in the stored bytes, and the same answer.`
          : `${failed.length} of ${checks.length} checks fail.`}
      </p>
      {failed.length === 0 ? null : <Checks checks={failed} />}
      {held.length === 0 ? null : (
        <details>
          <summary>{held.length} checks that hold</summary>
          <Checks checks={held} />
        </details>
      )}
    </section>
  );
};

const Checks = ({ checks }: { readonly checks: readonly Check[] }) => (
  <ul class="origin">
    {checks.slice(0, mostListed).map(({ what, found }) => (
      <li>
        {what}
        {found === undefined ? '' : `: ${found}`}
      </li>
    ))}
    {checks.length > mostListed ? <li>and {checks.length - mostListed} more</li> : null}
  </ul>
);
