/** The only way out: requests that cannot reach private addresses, hang, explode or pester. */
import { Agent, request as send } from 'undici';
import { guardedConnector } from './guarded-connector.ts';
import { OutboundError, Refused } from './outbound-error.ts';
import { firstHop, nextHop, type OutboundRequest } from './outbound-request.ts';
import { type OutboundResponse, wholeResponse } from './outbound-response.ts';
import { bareHost, type Vouches } from './outbound-url.ts';
import { type Politely, politeness } from './politeness.ts';
import { printableText, printableUrl } from './printable-url.ts';
import { type Resolve, resolveBySystem, welcomeAddresses } from './welcome-addresses.ts';

export interface OutboundOptions {
  readonly userAgent: string;
  /** Hosts that the operator vouches for: these may be private and on any port. `true` vouches for every host. */
  readonly allowPrivate?: boolean | readonly string[];
  readonly resolve?: Resolve;
  /** Largest body accepted, counted after decompression. */
  readonly maxBytes?: number;
  /** From the first look-up to the last byte, redirects included. */
  readonly deadlineMs?: number;
  readonly maxRedirects?: number;
  readonly perHostIntervalMs?: number;
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

export interface Outbound {
  /** Any status is a response; what gives no whole response rejects with an OutboundError, or the signal's reason. */
  request(request: OutboundRequest): Promise<OutboundResponse>;
  readonly politely: Politely;
  /** An address of a host that a connection of another kind may be opened to, under the same rules. Rejects with an OutboundError. */
  addressOf(hostname: string): Promise<string>;
  /** Ends all connections, and with them what is still being asked. */
  close(): Promise<void>;
}

export function createOutbound(options: OutboundOptions): Outbound {
  const { userAgent, allowPrivate = [], resolve = resolveBySystem } = options;
  const { maxBytes = 32 * 2 ** 20, deadlineMs = 30_000, maxRedirects = 3, perHostIntervalMs = 1000 } = options;
  const vouches: Vouches = (hostname) =>
    typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.map(bareHost).includes(hostname);
  const agent = new Agent({
    connect: guardedConnector({ vouches, resolve, timeoutMs: deadlineMs }),
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  return {
    async request(request) {
      const allowedMs = request.keepLine === undefined ? deadlineMs : streamDeadlineMs;
      const deadline = AbortSignal.timeout(allowedMs);
      const finished = new AbortController();
      const signal = AbortSignal.any([deadline, finished.signal, request.signal ?? deadline]);
      let at = printableText(request.url, request.method);
      try {
        let hop = firstHop(request, userAgent, vouches);
        for (let left = maxRedirects; ; left -= 1) {
          at = printableUrl(hop.url, hop.method);
          const { url, method, headers, body } = hop;
          const answer = send(url, { dispatcher: agent, method, headers, body, signal });
          const response = await Promise.race([answer, rejectedBy(signal)]);
          const next = nextHop(hop, response, vouches);
          if (next === undefined) return await wholeResponse(hop, response, { maxBytes, keepLine: request.keepLine });
          if (left === 0) throw tooManyRedirects(maxRedirects);
          hop = next;
        }
      } catch (error) {
        request.signal?.throwIfAborted();
        throw new OutboundError(at, deadline.aborted ? tooLate(allowedMs, error) : asRefused(error));
      } finally {
        finished.abort();
      }
    },
    async addressOf(hostname) {
      try {
        const [address = hostname] = await welcomeAddresses(bareHost(hostname), { vouches, resolve });
        return address;
      } catch (error) {
        throw new OutboundError(hostname, asRefused(error));
      }
    },
    politely: politeness({ ...options, intervalMs: perHostIntervalMs }),
    close: () => agent.destroy(),
  };
}

/** For an answer of which only some lines are kept. */
const streamDeadlineMs = 600_000;

/** undici looks at its signal only once it is connected. */
const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const tooManyRedirects = (most: number) =>
  new Refused({ code: 'too_many_redirects', expected: `at most ${most} redirects`, was: 'one more' });

const tooLate = (deadlineMs: number, cause: unknown) =>
  new Refused({ code: 'deadline', expected: `a whole response within ${deadlineMs} ms`, was: 'none', cause });

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const reasons = error instanceof AggregateError ? error.errors : [error];
  const was = reasons.map((reason) => (reason instanceof Error ? reason.message : String(reason))).join('; ');
  return new Refused({ code: 'connection', expected: 'an HTTP response', was, cause: error });
}
