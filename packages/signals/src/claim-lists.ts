/** Amounts in a row: "8–13% and 3–8%, respectively" go to as many products, "flat or down by up to 5%" is one range. */
import type { Claim } from './claim.ts';

const link = /^\s*(?:QoQ\s*|quarter[\w\s-]*|YoY\s*)?(?:,\s*and|,|，|and|、|和|及|与|與|\/|&)\s*(?:by\s+)?$/i;

/** As many products as amounts: each its own. "Respectively" without as many products: nobody's. */
export function distributed(claims: readonly Claim[], text: string): readonly Claim[] {
  return rowsOf(claims, text).flatMap((alone) => {
    const last = alone.at(-1);
    if (last === undefined || alone.length === 1) return alone;
    const row = alone.map((claim) => ({ ...claim, basis: last.basis, period: last.period }));
    const products = [row[0], row.at(-1)]
      .map((claim) => claim?.products ?? [])
      .find(({ length }) => length === row.length);
    if (products !== undefined)
      return row.map((claim, index) => ({ ...claim, products: products.slice(index, index + 1) }));
    const [start, end] = [row[0]?.amount.start ?? 0, last.amount.end + 120];
    return /\brespectively\b|分[别別]/i.test(text.slice(Math.max(0, start - 60), end))
      ? row.map((claim) => ({ ...claim, products: [] }))
      : row;
  });
}

function rowsOf(claims: readonly Claim[], text: string): readonly (readonly Claim[])[] {
  const rows: Claim[][] = [];
  for (const claim of claims) {
    const last = rows.at(-1)?.at(-1);
    if (last !== undefined && link.test(text.slice(last.amount.end, claim.amount.start))) rows.at(-1)?.push(claim);
    else rows.push([claim]);
  }
  return rows;
}

/** "flat or drop by up to 5%" is from −5 to 0. */
export function withFlats(claims: readonly Claim[], text: string): readonly Claim[] {
  return claims.flatMap((claim, index): readonly Claim[] => {
    const [before, next] = [claims[index - 1], claims[index + 1]];
    if (before !== undefined && continues(before, claim, text)) return [];
    if (next === undefined || !continues(claim, next, text)) return [claim];
    const { high, end } = next.amount;
    return [{ ...claim, sign: next.sign, amount: { ...claim.amount, low: 0, high, bound: 'range', end } }];
  });
}

function continues(flat: Claim, next: Claim, text: string): boolean {
  const gap = text.slice(flat.amount.end, next.amount.start);
  return (
    flat.amount.bound === 'flat' &&
    next.amount.bound !== 'flat' &&
    gap.length < 30 &&
    (/^\s*(?:or|to)\b/i.test(gap) || /\bbetween\s$/i.test(text.slice(0, flat.amount.start)))
  );
}
