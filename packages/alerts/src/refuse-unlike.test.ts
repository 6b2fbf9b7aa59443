/** A rule that compares what cannot be compared is refused when it is written, with the reason and the honest way. */
import { type AlertCondition, type AlertReference, type AlertSubject, defaultRules } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { refuseUnlike, UnlikePrices } from './refuse-unlike.ts';

const h100: AlertSubject = { kind: 'index', id: 'h100/on_demand/neocloud' };
const below = (reference: AlertReference): AlertCondition => ({ kind: 'crosses', direction: 'below', reference });
const floorOf = (project: string) => below({ kind: 'floor', floor: 'new_build', project });

function refusal(subject: AlertSubject, condition: AlertCondition): unknown {
  try {
    refuseUnlike({ id: 'h100-below', subject, condition });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('refuseUnlike', () => {
  it('lets like be compared with like, as the rules that come with Bandgap do', () => {
    expect(refusal(h100, floorOf('h100-sxm/on_demand'))).toBeUndefined();
    for (const rule of defaultRules) expect(() => refuseUnlike(rule)).not.toThrow();
  });

  it('refuses two tenors, names both and says what to write instead', () => {
    const error = refusal(h100, floorOf('gb300-nvl72/contract_5y'));
    expect(error).toBeInstanceOf(UnlikePrices);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      rule: 'h100-below',
      price: { tenor: 'on_demand' },
      reference: { tenor: 'contract_5y' },
    });
    for (const words of ['an hour on demand', 'a five-year contract', '"termFactor": { "value"'])
      expect(String(error)).toContain(words);
  });

  it('takes a factor between tenors, and none between units', () => {
    const termFactor = { value: 1.4, label: 'on demand over five years, own survey of 2026-08' };
    expect(refusal(h100, { ...floorOf('gb300-nvl72/contract_5y'), termFactor } as AlertCondition)).toBeUndefined();
    const perToken = below({ kind: 'constant', value: 2, unit: 'USD/MTok' });
    const error = refusal(h100, { ...perToken, termFactor } as AlertCondition);
    expect(String(error)).toContain('its price is in USD/GPU-hr and what it is held against in USD/MTok');
  });

  it('refuses a spot price against a contract price', () => {
    const part = (basis: string): AlertSubject => ({ kind: 'memory', id: `dramexchange/dram-ddr5-16gb-4800/${basis}` });
    const error = refusal(part('spot'), below({ kind: 'series', subject: part('contract') }));
    expect(String(error)).toContain('its price is a spot price and what it is held against a contract price');
  });

  it('refuses a marketplace against a list, and one meter of tokens against another', () => {
    const index = (segment: string): AlertSubject => ({ kind: 'index', id: `h100/on_demand/${segment}` });
    expect(String(refusal(index('marketplace'), below({ kind: 'series', subject: index('neocloud') })))).toContain(
      'its price is a marketplace price and what it is held against a list price',
    );
    expect(refusal(index('neocloud'), below({ kind: 'series', subject: index('hyperscaler') }))).toBeUndefined();
    const meter = (price: 'input' | 'output'): AlertSubject => ({ kind: 'token', model: 'openai/gpt-5', price });
    expect(String(refusal(meter('output'), below({ kind: 'series', subject: meter('input') })))).toContain(
      'its price is an output price and what it is held against an input price',
    );
  });

  it('refuses what can never fire, and what always would', () => {
    expect(String(refusal(h100, below({ kind: 'series', subject: h100 })))).toContain('against itself');
    expect(String(refusal(h100, { kind: 'moves', byPercent: 150, withinDays: 7, direction: 'down' }))).toContain(
      'expected a fall of less than 100 %, was 150 %',
    );
    const ceiling = { kind: 'ceiling', ceiling: 'parity', project: 'vr-nvl72/contract_5y' } as const;
    expect(String(refusal(h100, { kind: 'headroom', underPercent: 100, reference: ceiling }))).toContain(
      'expected headroom below a ceiling of less than 100 %, was 100 %',
    );
  });

  it.each([
    [{ kind: 'token', model: 'antropic/claude', price: 'input' }, 'token: expected a lab of anthropic, openai'],
    [{ kind: 'token', model: 'anthropic', price: 'input' }, 'a slash and its model'],
    [
      { kind: 'memory', id: 'dramexchange/dram-ddr5-16gb-4800/spott' },
      'a basis of spot, spot_proxy, contract, estimate',
    ],
    [
      { kind: 'memory', id: 'dramexchange/dram-ddr5-16gb-4800/spot/x' },
      'was "dramexchange/dram-ddr5-16gb-4800/spot/x"',
    ],
  ] satisfies [AlertSubject, string][])('refuses %o, which nobody quotes', (subject, message) => {
    expect(String(refusal(subject, { kind: 'moves', byPercent: 10, withinDays: 7 }))).toContain(message);
  });

  it('refuses a condition that its subject cannot meet', () => {
    expect(String(refusal(h100, { kind: 'stale' }))).toContain('takes a subject of kind source, was index');
    expect(String(refusal({ kind: 'source', id: 'vast' }, floorOf('h100-sxm/on_demand')))).toContain('was source');
  });

  it('says what there is where the catalog has no such thing', () => {
    expect(String(refusal({ kind: 'index', id: 'h100' }, floorOf('h100-sxm/on_demand')))).toContain(
      'index: expected one of h100/on_demand/neocloud',
    );
    expect(String(refusal(h100, floorOf('h100')))).toContain('new_build_floor: expected one of vr-nvl72/contract_5y');
  });
});
