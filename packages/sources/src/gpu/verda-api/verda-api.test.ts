/** Verda's API: text for a machine, divided by its GPUs; spot is administered. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { verdaApi } from './index.ts';

const fixture = fixtureOf(verdaApi);
const text = new TextDecoder().decode(fixture.bytes);
const firstOf = (body: string) => readDocument(verdaApi, artifactOf(verdaApi, body))[0];

describe('verda-api', () => {
  it('divides by the GPUs of the machine and tells spot from firm', () => {
    const found = readDocument(verdaApi, fixture).flatMap((row) =>
      row.kind === 'quote' ? [[row.series.subject, row.series.terms, row.value, row.at]] : [],
    );
    const terms = (minGpus: number, instanceType: string) => ({
      kind: 'rental',
      surface: 'list',
      instanceType,
      minGpus,
    });
    const firm = { tenor: 'on_demand' };
    const spot = { tenor: 'spot', spotKind: 'administered' };
    expect(found).toEqual([
      ['h200', { ...terms(1, '1H200.141S.44V'), ...firm }, 4, '/0/price_per_hour'],
      ['h200', { ...terms(1, '1H200.141S.44V'), ...spot }, 2, '/0/spot_price'],
      ['h200', { ...terms(8, '8H200.141S.176V'), ...firm }, 4, '/1/price_per_hour'],
      ['h200', { ...terms(8, '8H200.141S.176V'), ...spot }, 2, '/1/spot_price'],
      ['gb300', { ...terms(4, '4GB300.288S.144V'), ...firm }, 8.62, '/2/price_per_hour'],
      ['gb300', { ...terms(4, '4GB300.288S.144V'), ...spot }, 4.31, '/2/spot_price'],
      ['b300', { ...terms(1, '1B300.268S.30V'), ...firm }, 8, '/3/price_per_hour'],
    ]);
  });

  it.each([
    ['another currency', text.replace('"usd"', '"eur"'), 'unknown_unit'],
    ['a price in words', text.replace('"4.000"', '"on request"'), 'not_a_price'],
    ['a price that is no text', text.replace('"4.000"', '4.0'), 'not_a_price'],
    ['a GPU nobody knows', text.replace('"name": "H200 SXM5 141GB"', '"name": "Gaudi 3"'), 'unknown_subject'],
    ['an impossible count', text.replace('"number_of_gpus": 1', '"number_of_gpus": 12'), 'implausible'],
  ])('skips %s', (_, body, code) => expect(firstOf(body)).toMatchObject({ kind: 'skip', code }));

  it('leaves machines without a GPU alone', () => {
    expect(readDocument(verdaApi, fixture).at(-1)).toMatchObject({ code: 'out_of_scope', text: 'CPU.4V.16G: no GPU' });
  });
});
