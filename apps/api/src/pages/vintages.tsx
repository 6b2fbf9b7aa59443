/** Takes a page back to what was known on an earlier day; scripts put a slider beside the box. */
import { type Day, dayOf, type Instant } from '@bandgap/core';

interface Properties {
  readonly id: string;
  /** The first day with an answer; there are no vintages before it. */
  readonly first: Day | undefined;
  readonly last: Day | undefined;
  readonly asKnownAt: Instant | undefined;
}

export const Vintages = ({ id, first, last, asKnownAt }: Properties) =>
  first === undefined && asKnownAt === undefined ? null : (
    <form action={`/gpu/${id}`} method="get" class="vintages" data-live="index" aria-label="Vintage">
      <label for="known-at">As known on</label>
      <input
        id="known-at"
        name="knownAt"
        type="date"
        {...(first === undefined ? {} : { min: first })}
        {...(last === undefined ? {} : { max: last })}
        value={asKnownAt === undefined ? '' : dayBefore(asKnownAt)}
      />
      <button type="submit">Show</button>
    </form>
  );

/** A day stands for its end, which is the start of the next. */
const dayBefore = (instant: Instant): Day => dayOf(new Date(Date.parse(instant) - 1).toISOString());
