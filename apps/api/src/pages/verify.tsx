/** A receipt, recomputed from the stored bytes while the page is made. */
import type { Reach, Receipt, Verification } from '@bandgap/receipts';
import { BadQuery } from '../serve/bad-query.ts';
import type { Page } from '../serve/page.tsx';
import { shortReceipt } from './parts.tsx';
import { ReceiptBody } from './receipt.tsx';
import { verdictOn } from './verdict.tsx';

interface Verified {
  readonly receipt: Receipt;
  readonly verification: Verification;
}

export const verifyPage: Page<Verified> = {
  path: '/verify/:id',
  load: async (readers, { id = '' }, query) => {
    const receipt = await readers.receipt(id);
    return { receipt, verification: await readers.verify(receipt.run.receipt, reachIn(query)) };
  },
  view: ({ receipt, verification }) => ({
    title: `${verdictOn(verification)}: ${shortReceipt(receipt.run.receipt)}`,
    body: <ReceiptBody receipt={receipt} verification={verification} />,
  }),
  missing: 'There is no such receipt.',
};

function reachIn(query: URLSearchParams): Reach {
  const reach = query.get('reach') ?? 'near';
  if (reach === 'near' || reach === 'whole') return reach;
  throw new BadQuery(`reach: expected near or whole, was ${JSON.stringify(reach)}`);
}
