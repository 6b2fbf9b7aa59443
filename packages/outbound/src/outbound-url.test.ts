/** What a URL must be before anything is sent to it. */
import { describe, expect, test } from 'vitest';
import { Refused } from './outbound-error.ts';
import { outboundUrl } from './outbound-url.ts';

const nobody = () => false;
const refusalOf = (check: () => unknown) => {
  try {
    check();
  } catch (error) {
    if (error instanceof Refused) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
};

describe('outboundUrl', () => {
  test.each([
    ['not a url', 'bad_url: expected an absolute URL, was not one'],
    ['//example.com/', 'bad_url: expected an absolute URL, was not one'],
    ['file:///etc/passwd', 'bad_url: expected http: or https:, was file:'],
    ['ftp://example.com/', 'bad_url: expected http: or https:, was ftp:'],
    ['data:text/plain,hi', 'bad_url: expected http: or https:, was data:'],
    ['https://me:secret@example.com/', 'bad_url: expected no user name and password in the URL, was some'],
    ['https://me@example.com/', 'bad_url: expected no user name and password in the URL, was some'],
    ['http://example.com:22/', 'bad_url: expected port 80 or 443, was 22'],
    ['http://example.com:6379/', 'bad_url: expected port 80 or 443, was 6379'],
  ])('refuses %s', (text, refusal) => {
    expect(refusalOf(() => outboundUrl(text, nobody))).toBe(refusal);
  });

  test('refuses to leave https in a redirect', () => {
    const base = new URL('https://example.com/a');
    expect(refusalOf(() => outboundUrl('http://example.com/b', nobody, base))).toBe(
      'bad_url: expected https: after https:, was http:',
    );
    expect(outboundUrl('/b?c#d', nobody, base).href).toBe('https://example.com/b?c');
  });

  test('lets vouched hosts use any port', () => {
    expect(outboundUrl('http://[::1]:8080/', (hostname) => hostname === '::1').port).toBe('8080');
  });

  // The guard at the socket sees addresses in one spelling, because the URL parser has only one.
  test.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://１２７.０.０.１/', '127.0.0.1'],
    ['http://127。0。0。1/', '127.0.0.1'],
    ['http://%31%32%37.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]/', '[::ffff:7f00:1]'],
    ['http://[0:0:0:0:0:0:0:1]/', '[::1]'],
  ])('%s is host %s', (text, hostname) => {
    expect(outboundUrl(text, nobody).hostname).toBe(hostname);
  });
});
