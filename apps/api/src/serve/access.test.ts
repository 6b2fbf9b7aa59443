/** What may be changed, by whom, and from where. */
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type Access, checkAccess, writes } from './access.ts';
import { problem, Refusal } from './problem.ts';

const writeToken = 'write-token-of-this-test';
const readToken = 'read-token-of-this-test';

const silence = async (access: Access, headers: Readonly<Record<string, string>> = {}) => {
  const app = new Hono();
  app.post('/v1/silences', writes(access), (context) => context.text('silent', 201));
  app.onError((error, context) => {
    if (error instanceof Refusal) return problem(context, error);
    throw error;
  });
  return (await app.request('http://127.0.0.1:4180/v1/silences', { method: 'POST', headers })).status;
};

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('on this machine', () => {
  test('whoever sits at it may change, from no other site', async () => {
    expect(await silence({ loopback: true })).toBe(201);
    expect(await silence({ loopback: true }, { 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
    expect(await silence({ loopback: true }, { Origin: 'http://127.0.0.1:4180' })).toBe(201);
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'http://127.0.0.1:4181' },
      { Origin: 'null' },
    ])
      expect(await silence({ loopback: true }, headers), JSON.stringify(headers)).toBe(403);
  });

  test('the token for changes is asked for where there is one', async () => {
    expect(await silence({ loopback: true, writeToken })).toBe(403);
    expect(await silence({ loopback: true, writeToken }, bearer(writeToken))).toBe(201);
  });
});

describe('where others can reach it', () => {
  test('nobody changes without the token for changes', async () => {
    expect(await silence({ loopback: false, readToken }, bearer(readToken))).toBe(403);
    expect(await silence({ loopback: false, readToken, writeToken })).toBe(403);
    expect(await silence({ loopback: false, readToken, writeToken }, bearer(readToken))).toBe(403);
    expect(await silence({ loopback: false, readToken, writeToken }, bearer(writeToken))).toBe(201);
  });

  test('nobody changes from another site, whatever token the browser has', async () => {
    const headers = { ...bearer(writeToken), Origin: 'https://evil.example' };
    expect(await silence({ loopback: false, readToken, writeToken }, headers)).toBe(403);
  });

  test('a token for reading is asked of whoever starts it', () => {
    expect(() => checkAccess({ loopback: false }, '0.0.0.0')).toThrow(/BANDGAP_HOST=0\.0\.0\.0/);
    expect(() => checkAccess({ loopback: false, readToken }, '0.0.0.0')).not.toThrow();
    expect(() => checkAccess({ loopback: true }, '127.0.0.1')).not.toThrow();
  });
});
