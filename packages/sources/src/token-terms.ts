/** What sellers distinguish beside tier, context and hours. */
import type { Day } from '@bandgap/core';

declare module '@bandgap/core' {
  interface TokenTerms {
    /** Where the request runs, as the seller names it; absent means wherever the seller likes. */
    readonly region?: string;
    /** A price net of a discount that the seller gives for a while; absent means the list price. */
    readonly listing?: 'promo';
    /** The day from which an announced price is to apply. It may be withdrawn before then; absent means in force. */
    readonly validFrom?: Day;
  }
}
