/** "From 33–38% to 55–60%": the second amount stands in the place of the first. */
import type { Place } from './lexeme.ts';

/** How far before an amount its "from" may stand. */
const longestLead = 70;
const longestGap = 60;

export function isReplacedBy(first: Place, second: Place, text: string): boolean {
  const before = text.slice(Math.max(0, first.start - longestLead), first.start);
  const gap = text.slice(first.end, second.start);
  return (
    /(?:\bfrom\b|[从從由])[^,;.，；。%]*$/i.test(before) &&
    gap.length < longestGap &&
    /(?:\bto\b|至|到|改[为為])[^,;.，；。]*$/i.test(gap)
  );
}
