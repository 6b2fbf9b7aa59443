/** Why a request to the outside world was given up. */

export type OutboundCode =
  | 'bad_url'
  | 'private_address'
  | 'connection'
  | 'deadline'
  | 'too_many_redirects'
  | 'too_large'
  | 'truncated'
  | 'undecodable';

interface Reason {
  readonly code: OutboundCode;
  readonly expected: string;
  readonly was: string;
  readonly cause?: unknown;
}

/** The rule that was broken, thrown where it is checked; `request` adds which URL it was about. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: OutboundCode;
  readonly expected: string;
  readonly was: string;

  constructor({ code, expected, was, cause }: Reason) {
    super(`expected ${expected}, was ${was}`, { cause });
    this.code = code;
    this.expected = expected;
    this.was = was;
  }
}

/** A request that gave no whole response. `url` and the message carry no query and no path that may be a secret. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly code: OutboundCode;
  readonly url: string;

  constructor(url: string, { code, message, cause }: Refused) {
    super(`${url}: ${message}`, { cause });
    this.code = code;
    this.url = url;
  }
}
