/** Ornn: the same names as DRAMeXchange, one price each, repeated rows dropped. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { ornnMemory } from './index.ts';

const json = new TextDecoder().decode(fixtureOf(ornnMemory).bytes);
const verdictOn = (body: string) => judge(ornnMemory, readDocument(ornnMemory, artifactOf(ornnMemory, body)));
const prices = (body: string) => {
  const verdict = verdictOn(body);
  return verdict.kind === 'accepted'
    ? verdict.quotes.map(({ series, value }) => [series.subject, series.unit, value])
    : verdict;
};

describe('ornn-memory', () => {
  it('quotes each product once, in the unit it is sold by', () => {
    expect(prices(json)).toEqual([
      ['dram-ddr5-16gb-4800', 'USD/chip', 50.5],
      ['dram-ddr4-16gb-3200', 'USD/chip', 90.25],
      ['die-tlc-512gb', 'USD/die', 21],
    ]);
  });

  it('sends the key as a bearer token', () => {
    expect(ornnMemory.requests({ key: 'secret' })[0]?.headers).toEqual({ authorization: 'Bearer secret' });
  });

  it('refuses an answer without success', () => {
    const failed = artifactOf(ornnMemory, json.replace('"success": true', '"success": false'));
    expect(() => readDocument(ornnMemory, failed)).toThrow(SourceChanged);
  });

  it('does not choose between two prices of one product', () => {
    expect(verdictOn(json.replace('90.25', '90.5'))).toMatchObject({ kind: 'quarantined' });
  });
});
