/** HTTP to the outside world: public addresses only, one deadline, a size limit, and manners. */
export { createOutbound, type Outbound, type OutboundOptions } from './create-outbound.ts';
export { type OutboundCode, OutboundError } from './outbound-error.ts';
export type { OutboundRequest } from './outbound-request.ts';
export type { OutboundResponse } from './outbound-response.ts';
export type { Resolve } from './welcome-addresses.ts';
