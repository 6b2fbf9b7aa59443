/** The engine against reference cases computed elsewhere in 50-digit decimal arithmetic. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluateOperation } from './evaluate-operation.ts';

interface ReferenceCase {
  readonly id: string;
  readonly tag: string;
  readonly op: string;
  readonly input: unknown;
  readonly expected: { readonly ok: boolean; readonly output?: unknown; readonly error?: { readonly code: string } };
}

const path = fileURLToPath(new URL('../../../../../shared/oracle/cases.json', import.meta.url));
const present = existsSync(path);
const cases = present ? (JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly ReferenceCase[] }).cases : [];

describe.skipIf(!present)(
  `reference cases${present ? '' : ' (skipped: cases.json is absent beside the checkout)'}`,
  () => {
    test('are all there', () => expect(cases.length).toBe(211));

    test.each(cases.map((c) => [c.id, c.tag, c] as const))('%s %s', (_id, _tag, { op, input, expected }) => {
      const result = evaluateOperation({ op, input });
      if (expected.error) return expect(result).toMatchObject({ ok: false, error: { code: expected.error.code } });
      expect(result.ok ? differences(result.output, expected.output) : result.error).toEqual([]);
    });
  },
);

/** Paths at which two JSON values differ by more than 1e-9 and one part in 1e9. */
function differences(got: unknown, want: unknown, path = ''): readonly string[] {
  if (typeof got === 'number' && typeof want === 'number')
    return Math.abs(got - want) <= 1e-9 + 1e-9 * Math.abs(want) ? [] : [`${path}: got ${got}, want ${want}`];
  if (typeof got !== 'object' || typeof want !== 'object' || got === null || want === null)
    return got === want ? [] : [`${path}: got ${got}, want ${want}`];
  const keys = new Set([...Object.keys(got), ...Object.keys(want)]);
  return [...keys].flatMap((key) => differences(Reflect.get(got, key), Reflect.get(want, key), `${path}/${key}`));
}
