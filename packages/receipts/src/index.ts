/** The lineage of one number, down to the bytes it came from, and its recomputation. */

export { type Figure, readFigures } from './figure.ts';
export { publishableRuns } from './publishable-runs.ts';
export {
  type AssumedLine,
  type DerivedLine,
  findReceipt,
  type ObservedLine,
  type Receipt,
  type ReceiptLine,
} from './receipt.ts';
export { type Check, type Verification, verify } from './verify.ts';
