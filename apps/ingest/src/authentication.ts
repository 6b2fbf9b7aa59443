/** Proves who asks in the way that a source names, with secrets that no source sees. */
import type { Instant } from '@bandgap/core';
import type { OutboundRequest, OutboundResponse } from '@bandgap/outbound';
import type { Authentication, SourceRequest } from '@bandgap/sources';
import { z } from 'zod';
import { awsSignature } from './aws-signature.ts';
import { Unreachable } from './transport.ts';

/** The headers by which a request proves who asks, made as it is sent. */
export type Proof = (request: SourceRequest, now: Instant) => Readonly<Record<string, string>>;

/** Asks a server when its turn has come, and rejects with an Unreachable unless it answers. */
export type Ask = (url: string, request: () => OutboundRequest) => Promise<OutboundResponse>;

interface Means {
  /** The secret in the variable of that name, which is set. */
  secret(name: string): string;
  readonly ask: Ask;
}

export async function proofOf(authentication: Authentication | undefined, { secret, ask }: Means): Promise<Proof> {
  if (authentication === undefined) return () => ({});
  const held = { id: secret(authentication.id), secret: secret(authentication.secret) };
  if (authentication.kind === 'aws_signature') {
    const { service } = authentication;
    return (request, now) => awsSignature(request, { ...held, service, region: awsRegionOf(request.url) }, now);
  }
  const token = await accessToken(authentication.tokenUrl, held, ask);
  return () => ({ authorization: `Bearer ${token}` });
}

/** `https://ec2.us-east-1.amazonaws.com/`. */
const awsRegionOf = (url: string): string => new URL(url).hostname.split('.')[1] ?? '';

const Answer = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) });

interface Held {
  readonly id: string;
  readonly secret: string;
}

/** RFC 6749, section 4.4. It lasts for the hour that reading the pages of a slot may take, and is asked for anew after that. */
async function accessToken(url: string, { id, secret }: Held, ask: Ask): Promise<string> {
  const question = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const { bytes } = await ask(url, () => ({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(question).toString(),
  }));
  const answer = Answer.safeParse(jsonIn(bytes));
  if (!answer.success) throw new Unreachable(`${url} answered without a bearer token`, { final: true });
  return answer.data.access_token;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
