/** A receipt, recomputed from the stored bytes while the page is made. */
import type { Receipt, Verification } from '@bandgap/receipts';
import type { Page } from '../serve/page.tsx';
import { shortReceipt } from './parts.tsx';
import { ReceiptBody } from './receipt.tsx';

interface Verified {
  readonly receipt: Receipt;
  readonly verification: Verification;
}

export const verifyPage: Page<Verified> = {
  path: '/verify/:id',
  load: async (readers, { id = '' }) => {
    const receipt = await readers.receipt(id);
    return { receipt, verification: await readers.verify(receipt.run.receipt) };
  },
  view: ({ receipt, verification }) => ({
    title: `${verification.holds ? 'Holds' : 'Does not hold'}: ${shortReceipt(receipt.run.receipt)}`,
    body: <ReceiptBody receipt={receipt} verification={verification} />,
  }),
  missing: 'There is no such receipt.',
};
