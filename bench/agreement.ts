/** Nothing is timed before the answers agree. */

/** Throws where an answer is further from ours than `within` of 1 + its size. */
export function expectAgreement(
  name: string,
  theirs: readonly number[],
  ours: readonly number[],
  within: number,
): void {
  if (theirs.length !== ours.length) throw new Error(`${name}: expected ${ours.length} answers, was ${theirs.length}`);
  ours.forEach((own, index) => {
    const other = theirs[index] ?? Number.NaN;
    if (!(Math.abs(other - own) <= within * (1 + Math.abs(own))))
      throw new Error(`${name}: answer ${index} is ${other}, ours is ${own}`);
  });
}

/** How many of the answers of a peer are ours; it may have none where it should. */
export const agreeing = (theirs: readonly number[], ours: readonly number[], within: number): number =>
  ours.filter((own, index) => Math.abs((theirs[index] ?? Number.NaN) - own) <= within * (1 + Math.abs(own))).length;
