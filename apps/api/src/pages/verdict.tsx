/** What came out when a receipt was recomputed: how far it holds, then what does not, then all that was checked. */
import type { Check, Earlier, Verification } from '@bandgap/receipts';
import { Day, shortReceipt } from './parts.tsx';

/** More would make the page heavier than what it is about. */
const mostListed = 200;

export function verdictOn({ holds, unchecked }: Verification): string {
  if (!holds) return 'Does not hold';
  return unchecked.length === 0 ? 'Holds' : 'Holds as far as checked';
}

export const Verdict = (verification: Verification) => {
  const { run, holds, checks, unchecked } = verification;
  const failed = checks.filter((check) => !check.holds);
  const held = checks.filter((check) => check.holds);
  return (
    <section class={holds ? 'verdict holds' : 'verdict fails'} aria-label="Verdict">
      <p class="value">{verdictOn(verification)}</p>
      <p>
        {holds
          ? `All ${checks.length} checks hold: the hash of the question, every value found again in the stored bytes, and the same answer.`
          : `${failed.length} of ${checks.length} checks fail.`}
      </p>
      {unchecked.length === 0 ? null : (
        <p>
          Not checked, but taken as stored:{' '}
          {unchecked.map((earlier) => (
            <TakenAsStored {...earlier} />
          ))}
          and what lies behind it.{' '}
          <a href={`/verify/${shortReceipt(run.receipt)}?reach=whole`}>Check the whole chain</a>, which takes longer the
          older it is.
        </p>
      )}
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

const TakenAsStored = ({ model, subject, asOf, receipt }: Earlier) => (
  <>
    {model} of {subject} on <Day at={asOf} />,{' '}
    <a href={`/verify/${shortReceipt(receipt)}`}>
      <code>{shortReceipt(receipt)}</code>
    </a>
    ,{' '}
  </>
);

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
