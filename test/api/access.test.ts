/** Who is let in, how often, and what of a restricted source leaves. */
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { allPages, bareApi, jsonAt, marketApi } from './market-api.ts';

const readToken = 'read-token-of-this-test';
const writeToken = 'write-token-of-this-test';

describe('a server that others can reach', () => {
  test('does not start without a token', async () => {
    await expect(bareApi({ host: '0.0.0.0' })).rejects.toThrow(/BANDGAP_HOST=0\.0\.0\.0 .* expected BANDGAP_API_TOKEN/);
    await expect(bareApi({ host: '::', writeToken })).rejects.toThrow(/BANDGAP_API_TOKEN/);
  });

  test('starts with one', async () => {
    const { get } = await bareApi({ host: '0.0.0.0', readToken });
    expect((await get('/v1/models')).status).toBe(401);
    expect((await get('/v1/models', { Authorization: `Bearer ${readToken}` })).status).toBe(200);
    expect((await get('/livez')).status).toBe(200);
  });
});

describe('with a token', () => {
  const paths = ['/v1/models', '/v1/openapi.json', '/metrics', '/docs', '/', '/v1/stream', '/style.css'];

  test.each([
    ['none', {}],
    ['another', { Authorization: 'Bearer read-token-of-that-test' }],
    ['half of it', { Authorization: `Bearer ${readToken.slice(0, -1)}` }],
    ['one with something behind it', { Authorization: `Bearer ${readToken}x` }],
    ['one of another scheme', { Authorization: `Basic ${readToken}` }],
    ['a cookie that is the token', { Cookie: `bandgap=${readToken}` }],
  ])('%s lets nobody in', async (_, headers) => {
    const server = await bareApi({ readToken, writeToken });
    for (const path of paths) {
      const response = await server.get(path, headers);
      expect(response.status, path).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="bandgap"');
    }
    const refused = await jsonAt({ get: (path: string) => server.get(path, headers) }, '/v1/models');
    expect(refused).toMatchObject({ title: 'Token required', detail: expect.stringMatching(/^expected .* was /) });
  });

  test('the one for reading and the one for changing let in', async () => {
    const server = await bareApi({ readToken, writeToken });
    for (const token of [readToken, writeToken])
      expect((await server.get('/v1/models', { Authorization: `Bearer ${token}` })).status).toBe(200);
  });

  test('a browser brings it once and gets a cookie that no script sees and no other site sends', async () => {
    const server = await bareApi({ readToken });
    const brought = await server.get(`/v1/models?limit=2&token=${readToken}`);
    expect(brought.status).toBe(303);
    expect(brought.headers.get('location')).toBe('/v1/models?limit=2');
    const cookie = brought.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^bandgap=[0-9a-f]{64}; .*HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(readToken);
    const kept = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await server.get('/v1/models?limit=2', kept)).status).toBe(200);
    expect((await server.get('/v1/models?token=wrong')).status).toBe(401);
  });
});

test('another name that leads here gets no answer', async () => {
  const server = await bareApi();
  const status = await new Promise((resolve) => {
    const asked = request(`${server.url}/v1/models`, { headers: { Host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.end();
  });
  expect(status).toBe(421);
});

test('who asks too often is told when to come back', async () => {
  const server = await bareApi({ requestsPerMinute: 30 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => server.get('/v1/models?limit=1')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  const [refused] = answers.filter(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('2');
  expect(await refused?.json()).toMatchObject({ detail: 'expected at most 30 requests a minute from 127.0.0.1' });
});

test('no other site reads along', async () => {
  const server = await bareApi();
  const { headers } = await server.get('/v1/models', { Origin: 'https://evil.example' });
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('what did not change is not sent again, compressed or not', async () => {
  const server = await marketApi();
  for (const encoding of ['identity', 'gzip', 'br']) {
    const path = '/v1/series/3/observations?downsample=month';
    const wide = '/v1/latest?limit=200';
    for (const address of [path, wide, `${wide}&format=csv`, `${wide}&format=parquet`, '/docs', '/metrics']) {
      const first = await server.get(address, { 'Accept-Encoding': encoding });
      await first.arrayBuffer();
      const tag = first.headers.get('etag') ?? '';
      expect(tag, address).toMatch(/^(?:W\/)?"[0-9a-f]{32}"$/);
      if (address === '/metrics') continue;
      const again = await server.get(address, { 'Accept-Encoding': encoding, 'If-None-Match': tag });
      expect(again.status, address).toBe(304);
      expect(await again.text()).toBe('');
    }
  }
});

test.each([
  ['br', 'gzip, deflate, br', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['gzip where Brotli is refused', 'br;q=0, gzip', 'gzip'],
  ['nothing', 'identity', null],
])('compresses with %s', async (_, accepted, expected) => {
  const server = await marketApi();
  for (const format of ['json', 'csv']) {
    const response = await server.get(`/v1/latest?limit=200&format=${format}`, { 'Accept-Encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(expected);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect((await response.text()).length).toBeGreaterThan(5000);
  }
});

describe('of a restricted source', () => {
  test('no value leaves in any format, and the refusal names it', async () => {
    const server = await marketApi();
    const [series] = await allPages(server, '/v1/series?source=dramexchange&limit=1');
    expect(series?.publishable).toBe(false);
    for (const path of [
      `/v1/series/${series?.id}/observations`,
      `/v1/series/${series?.id}/observations.csv`,
      `/v1/series/${series?.id}/observations.parquet`,
      '/v1/latest?source=dramexchange',
      '/v1/sources/dramexchange/skips',
    ]) {
      const refused = await server.get(path);
      expect(refused.status, path).toBe(403);
      expect(await refused.json()).toMatchObject({ title: 'Restricted source', source: 'dramexchange' });
    }
    const latest = await allPages(server, '/v1/latest?kind=memory');
    expect(latest.length).toBe(20);
    expect(latest.every(({ value, publishable }) => value === null && publishable === false)).toBe(true);
    expect(await (await server.get('/v1/latest.csv?kind=memory&limit=1')).text()).toMatch(
      /,,2025-[^,]*,[^,]*,false\r\n$/,
    );
  });

  test('values leave where the operator holds a licence', async () => {
    const server = await marketApi({ licensed: ['dramexchange'] });
    const latest = await allPages(server, '/v1/latest?source=dramexchange');
    expect(latest.every(({ value, publishable }) => typeof value === 'number' && publishable === true)).toBe(true);
  });

  test('what was computed from it stays as well', async () => {
    const server = await marketApi();
    await server.client.query(`
      insert into run_source (run_id, source_id)
      select id, 'dramexchange' from run where subject = 'h100/on_demand/neocloud' and as_of = '2025-01-12'`);
    const index = '/v1/indices/h100/on_demand/neocloud';
    const history = await allPages(server, `${index}/history`);
    expect(history.at(-1)).toMatchObject({ value: null, low: null, high: null, publishable: false });
    expect(history.at(-2)).toMatchObject({ value: expect.any(Number), publishable: true });
    const [run] = await allPages(server, '/v1/runs?model=rental-index&subject=h100/on_demand/neocloud&limit=1');
    expect(run).toMatchObject({ output: null, publishable: false });
    expect(await jsonAt(server, `/v1/receipts/${run?.receipt}`)).toMatchObject({ output: null, publishable: false });
    const figures = await allPages(server, '/v1/figures');
    expect(figures.find(({ id }) => id === 'index/h100/on_demand/neocloud')).toMatchObject({ value: null });
    expect(await (await server.get('/metrics')).text()).not.toContain('bandgap_index_usd_per_gpu_hour{index="h100/');
  });
});

describe('a model', () => {
  const ask = async (body: string, type = 'application/json', id = 'project.floor') => {
    const server = await bareApi();
    const response = await fetch(new URL(`/v1/models/${id}`, server.url), {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    return { status: response.status, body: await response.json() };
  };
  const project = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };

  test('answers', async () => {
    const { status, body } = await ask(JSON.stringify({ project, hurdleIrr: 0.156 }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ output: { floorPricePerGpuHour: expect.closeTo(4.91999, 5) } });
  });

  test.each([
    [
      422,
      '{"project":{"capexPerGpu":-1,"opexPerGpuHour":1},"hurdleIrr":0.1}',
      /capexPerGpu: expected at least 0, was -1/,
    ],
    [400, '{"project":', /expected a JSON body/],
    [400, '[1]', /expected a JSON object/],
    [413, JSON.stringify({ irrs: Array.from({ length: 501 }, () => 1) }), /at most 500 entries, was one of 501/],
    [413, JSON.stringify({ draws: 1e6 }), /at most 200000, was 1000000/],
    [413, JSON.stringify({ text: 'x'.repeat(70_000) }), /at most 65536 bytes/],
  ])('answers with %d', async (expected, sent, detail) => {
    const { status, body } = await ask(sent);
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, detail: expect.stringMatching(detail) });
  });

  test('is there, and is asked in JSON', async () => {
    expect((await ask('{}', 'text/plain')).status).toBe(415);
    expect((await ask('{}', 'application/json', 'nothing')).body).toMatchObject({
      title: 'Not found',
      detail: expect.stringContaining('project.floor'),
    });
  });
});
