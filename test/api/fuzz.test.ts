/** Whatever a request says, the answer is one the document names, and never a failure of the server. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, isStream, type Operation, operationsOf, type Parameter } from './documented.ts';
import { marketApi } from './market-api.ts';

const hostile = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  '0x10',
  '1.5',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '9007199254740993',
  '2147483648',
  "' or 1=1 --",
  "'; drop table run; --",
  '1; select pg_sleep(10)',
  '$1',
  '\0',
  'a\0b',
  '\r\nSet-Cookie: a=b',
  '%',
  '%00',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '[]',
  '{}',
  '0000-01-01',
  '2025-02-30',
  '9999-12-31T23:59:59Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2025-01-01T00:00:00',
  '2025-01-01T25:00:00Z',
  '2025-01-01T00:00:00+99:99',
  '\u202e\u0000\ufffe',
  '💥'.repeat(300),
  'x'.repeat(5000),
  Buffer.from('[1e400]').toString('base64url'),
  Buffer.from('["2025-01-01T00:00:00.000Z"]').toString('base64url'),
  Buffer.from('[-1]').toString('base64url'),
  Buffer.from('["\\u0000","x"]').toString('base64url'),
  Buffer.from('{"a":1}').toString('base64url'),
);

/** Now and then what is meant, so that the others are reached. */
const written = ({ schema }: Parameter): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(String(schema.example ?? '1'), ...(schema.enum ?? [])) },
    {
      weight: 1,
      arbitrary:
        schema.format === 'date-time'
          ? fc.constantFrom('2025-01-05', '2025-01-05T06:00:00Z')
          : fc.constantFrom('3', 'h100-sxm'),
    },
    { weight: 2, arbitrary: hostile },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );

const queryOf = ({ parameters }: Operation): fc.Arbitrary<readonly (readonly [string, string])[]> => {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const named = known.map((parameter) => written(parameter).map((value) => [parameter.name, value] as const));
  const unknown = fc.tuple(hostile, hostile);
  return fc.array(fc.oneof({ weight: 9, arbitrary: fc.oneof(...named, unknown) }, { weight: 1, arbitrary: unknown }), {
    maxLength: 5,
  });
};

const bodies = fc.oneof(
  fc.json(),
  fc
    .object({
      key: fc.constantFrom('project', 'hurdleIrr', 'capexPerGpu', 'draws', 'inputs', '__proto__'),
      maxDepth: 3,
    })
    .map((value) => JSON.stringify(value)),
  hostile,
);

/** Node answers longer ones itself, with 431, before anybody sees them. */
const longestAddress = 15_000;

/** An address cannot hold half of a surrogate pair. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

test('parameters', async () => {
  const server = await marketApi();
  const operations = operationsOf(await documentOf(server)).filter((operation) => !isStream(operation));
  const seen = new Map<number, number>();
  for (const operation of operations) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...inPath.map(written)),
        queryOf(operation),
        fc.tuple(bodies, fc.constantFrom('application/json', 'text/plain', '')),
        async (places, query, [body, type]) => {
          const path = inPath.reduce(
            (filled, { name }, index) =>
              filled.replace(`{${name}}`, () => encodeURIComponent(wellFormed(places[index] ?? ''))),
            operation.path,
          );
          const url = new URL(`/v1${path}`, server.url);
          for (const [name, value] of query) url.searchParams.append(name, value);
          fc.pre(url.href.length < longestAddress);
          const response = await fetch(url, {
            method: operation.method.toUpperCase(),
            ...(operation.requestBody === undefined
              ? {}
              : { body, headers: type === '' ? {} : { 'Content-Type': type } }),
          });
          const text = await response.text();
          seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
          const reached =
            url.pathname.startsWith('/v1/') && url.pathname.split('/').length === path.split('/').length + 1;
          expect(
            [...Object.keys(operation.responses), ...(reached && !path.includes('//') ? [] : ['404'])],
            `${url} ${text}`,
          ).toContain(String(response.status));
          if (response.status < 400) return;
          expect(response.headers.get('content-type')).toBe('application/problem+json');
          expect(JSON.parse(text)).toMatchObject({ status: response.status, detail: expect.stringMatching(/./) });
        },
      ),
      { numRuns: 60 },
    );
  }
  expect(server.logged).toEqual([]);
  for (const status of [200, 400, 404]) expect(seen.get(status), String(status)).toBeGreaterThan(30);
}, 300_000);
