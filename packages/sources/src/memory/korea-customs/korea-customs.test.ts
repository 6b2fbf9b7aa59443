/** Korea Customs: the lines of a month are added up, sums of the year are not months, and the key is in no address that is kept. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { koreaCustoms } from './index.ts';

const xml = new TextDecoder().decode(fixtureOf(koreaCustoms).bytes);
const artifact = (body: string) => artifactOf(koreaCustoms, body, { contentType: 'application/xml' });
const read = (body: string) => readDocument(koreaCustoms, artifact(body));

describe('korea-customs', () => {
  it('divides the value of a month by its weight', () => {
    expect(read(xml)).toMatchObject([
      {
        kind: 'quote',
        series: {
          subject: 'korea-memory-exports',
          venue: 'korea-customs',
          terms: { kind: 'memory', basis: 'statistic' },
          unit: 'USD/kg',
        },
        value: 16_000,
        observedAt: '2025-01-31T00:00:00.000Z',
        at: '2025.01',
      },
      { value: 16_000, observedAt: '2025-02-28T00:00:00.000Z' },
    ]);
  });

  it.each([
    [
      'a key that is not registered',
      xml.replace('<resultCode>00<', '<resultCode>30<'),
      /expected result code 00, was 30/,
    ],
    ['more than twelve months', xml.replace('<resultCode>00<', '<resultCode>99<'), /was 99/],
    ['half an answer', xml.slice(0, 400), /expected a whole response/],
  ])('refuses %s', (_, body, reason) => {
    expect(() => read(body)).toThrow(reason);
  });

  it('does not add up what is no number, nor divide by nothing', () => {
    expect(read(xml.replace('<expWgt>100000<', '<expWgt><'))[0]).toMatchObject({ kind: 'skip', code: 'not_a_price' });
    expect(read(xml.replaceAll(/<expWgt>\d+</g, '<expWgt>0<')).every(({ kind }) => kind === 'skip')).toBe(true);
  });

  it('is quarantined where dollars turn into thousands of dollars', () => {
    expect(judge(koreaCustoms, read(xml.replaceAll('000</expDlr>', '</expDlr>'))).kind).toBe('quarantined');
  });

  it('asks for one year after the other up to the present one', () => {
    const [first] = koreaCustoms.requests({ key: 'a%2Bb' });
    expect(first?.url).not.toContain('a%2Bb');
    expect(first?.secretQuery).toBe('serviceKey=a%2Bb');
    const next = (url: string, fetchedAt: string) =>
      koreaCustoms.follow?.({ ...artifact(xml), url, fetchedAt }, { key: 'k' })?.url;
    expect(next(first?.url ?? '', '2026-11-16T02:25:00.000Z')).toContain('strtYymm=202601&endYymm=202612');
    expect(next(first?.url ?? '', '2026-01-16T02:25:00.000Z')).toBeUndefined();
  });
});
