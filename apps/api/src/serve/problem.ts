/** What a program is answered instead of data: a problem as RFC 9457 writes it. */
import type { Context } from 'hono';

/** Every problem there is; the reference explains each under its name. */
export const problems = {
  'invalid-parameter': { status: 400, title: 'Invalid parameter' },
  'invalid-body': { status: 400, title: 'Invalid body' },
  'token-required': { status: 401, title: 'Token required' },
  'restricted-source': { status: 403, title: 'Restricted source' },
  'read-only': { status: 403, title: 'Read only' },
  'cross-site': { status: 403, title: 'Request from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-large': { status: 413, title: 'Too large' },
  'not-json': { status: 415, title: 'Not JSON' },
  misdirected: { status: 421, title: 'Misdirected request' },
  'no-answer': { status: 422, title: 'The model has no answer' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Not available' },
} as const;

export type ProblemKind = keyof typeof problems;

/** Refuses a request from wherever that is found out; it becomes a problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: ProblemKind;
  readonly members: Readonly<Record<string, unknown>>;

  /** `detail` says what was expected and what it was. */
  constructor(kind: ProblemKind, detail: string, members: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.kind = kind;
    this.members = members;
  }
}

export const wantsProblem = ({ req: { path } }: Context): boolean =>
  path === '/v1' || path.startsWith('/v1/') || path === '/metrics';

export function problem(context: Context, { kind, message, members }: Refusal): Response {
  const { status, title } = problems[kind];
  return context.body(JSON.stringify({ type: `/docs#${kind}`, title, status, detail: message, ...members }), status, {
    'Content-Type': 'application/problem+json',
  });
}
