/** The lineage of one number, down to the bytes it came from, and its recomputation. */

export { type Figure, readFigures } from './figure.ts';
export { areAllPublishable, publishableRuns } from './publishable-runs.ts';
export {
  type AssumedLine,
  type DerivedLine,
  findReceipt,
  type ObservedLine,
  type Receipt,
  type ReceiptLine,
} from './receipt.ts';
export { type Check, type Earlier, type Reach, type Verification, verify } from './verify.ts';
