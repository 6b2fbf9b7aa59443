/** A mail server on this machine that takes every message apart into its parts. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface MailPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

export interface Mail {
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: readonly MailPart[];
  readonly source: string;
}

interface MailServer {
  /** Codes to refuse the first messages with. */
  readonly refusals?: readonly number[];
  readonly login?: { readonly user: string; readonly password: string };
}

export async function startMailReceiver({ refusals = [], login }: MailServer = {}) {
  const mails: Mail[] = [];
  const left = [...refusals];
  const server = new SMTPServer({
    authOptional: login === undefined,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.password ? done(null, { user: username }) : done(new Error('no')),
    onData: (stream, session, done) => {
      void buffer(stream).then((bytes) => {
        const code = left.shift();
        if (code !== undefined)
          return done(Object.assign(new Error(`no, says ${bytes.length}`), { responseCode: code }));
        const source = bytes.toString('latin1');
        const { headers, content } = partOf(source);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, headers, parts: leaves(headers, content), source });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { mails, url: `smtp://127.0.0.1:${port}`, port };
}

function partOf(source: string) {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { headers, content: source.slice(end + 4) };
}

function leaves(headers: Readonly<Record<string, string>>, content: string): readonly MailPart[] {
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return [{ headers, content: decoded(headers['content-transfer-encoding'], content) }];
  return content
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => {
      const inner = partOf(part.replace(/^\r\n/, '').replace(/\r\n$/, ''));
      return leaves(inner.headers, inner.content);
    });
}

function decoded(encoding: string | undefined, content: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1');
  const text = content.replaceAll(/=\r\n/g, '');
  return Buffer.from(
    text.replaceAll(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
