/** E-mail by SMTP, with the picture in the message and the words beside it as plain text. */
import { isIP } from 'node:net';
import { sha256 } from '@bandgap/core';
import { type Outbound, OutboundError } from '@bandgap/outbound';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { AlertMessage } from '../alert-message.ts';
import type { Channel } from '../channel.ts';
import { htmlMail, pictureCid, textMail } from '../mail-body.ts';

export interface MailReceiver {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly outbound: Pick<Outbound, 'addressOf'>;
  readonly deadlineMs: number;
}

export function email({ smtpUrl, from, to, outbound, deadlineMs }: MailReceiver): Channel {
  const server = new URL(smtpUrl);
  return {
    name: 'email',
    fingerprint: sha256(server.host).slice(0, 16),
    async send(message) {
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        const host = await outbound.addressOf(server.hostname);
        const transport = createTransport({ ...connectionTo(server), host });
        await transport.sendMail({ ...mail(message), from, to: [...to], ...{ signal } });
        return { kind: 'delivered' };
      } catch (error) {
        return { kind: 'failed', reason: `email ${signal.aborted ? reasons.ETIMEDOUT : reasonOf(error)}` };
      }
    },
  };
}

/** The certificate is checked against the name, whatever address it has. A password is sent over TLS alone. */
function connectionTo({ protocol, port, hostname, username, password }: URL) {
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: username !== '',
    ...(isIP(hostname) === 0 ? { tls: { servername: hostname } } : {}),
    ...(username === '' ? {} : { auth }),
  };
}

function mail(message: AlertMessage): SendMailOptions {
  const { id, sentAt, title, picture } = message;
  return {
    messageId: `<${id}@bandgap>`,
    date: sentAt,
    subject: title,
    text: textMail(message),
    html: htmlMail(message),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments:
      picture === undefined
        ? []
        : [
            {
              filename: picture.name,
              content: Buffer.from(picture.png),
              contentType: 'image/png',
              cid: pictureCid,
              contentDisposition: 'inline',
            },
          ],
  };
}

const reasons = {
  EAUTH: 'was refused the login',
  ETLS: 'found no TLS, which a password needs',
  ETIMEDOUT: 'got no answer in time',
  private: 'has a private server, and BANDGAP_ALLOW_PRIVATE_HOSTS does not name its host',
  other: 'could not reach its server',
} as const;

/** What an SMTP error says besides its code may quote names and addresses. */
function reasonOf(error: unknown): string {
  if (error instanceof OutboundError) return error.code === 'private_address' ? reasons.private : reasons.other;
  if (!(error instanceof Error)) return reasons.other;
  const { code, responseCode } = { code: undefined, responseCode: undefined, ...error };
  if (code === 'EAUTH' || code === 'ETLS' || code === 'ETIMEDOUT') return reasons[code];
  return typeof responseCode === 'number' ? `was answered ${responseCode}` : reasons.other;
}
