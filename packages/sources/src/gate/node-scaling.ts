/** A node of eight costs about eight times one GPU; where the price per GPU differs by eight, somebody divided wrongly. */
import { keyOf, type RentalQuote, type RentalRule } from './rental-rule.ts';

const NODE = 8;
/** Discounts and surcharges for whole nodes stay well inside. */
const TOLERANCE = 0.15;

export const nodeScaling: RentalRule = (document) => {
  const sizeOf = (quote: RentalQuote, minGpus: number | undefined) =>
    keyOf(quote, { minGpus, instanceType: undefined });
  const prices = new Map(document.map((quote) => [sizeOf(quote, quote.series.terms.minGpus), quote.value]));
  return (quote) => {
    const [one, node] = [1, NODE].map((minGpus) => prices.get(sizeOf(quote, minGpus)));
    if (one === undefined || node === undefined || !isFirmSize(quote)) return undefined;
    const wrongBy = [NODE, 1 / NODE].find((factor) => Math.abs(node / one / factor - 1) <= TOLERANCE);
    return wrongBy === undefined ? undefined : `node-scaling: ${node} per GPU of eight, ${one} for a single one`;
  };
};

/** On a spot market a node may well be dear while single GPUs are idle. */
const isFirmSize = ({ series: { terms } }: RentalQuote): boolean =>
  terms.tenor !== 'spot' && (terms.minGpus === 1 || terms.minGpus === NODE);
