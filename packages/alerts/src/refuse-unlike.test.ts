/** An on-demand price is never said to be below a contract floor. */
import { UsageError } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { type PriceTerms, refuseUnlike, UnlikePrices } from './refuse-unlike.ts';

const rule = { id: 'h100-below-floor' };
const onDemand: PriceTerms = { tenor: 'on_demand', unit: 'USD/GPU-hr' };

const refusal = (index: PriceTerms, floor: PriceTerms): unknown => {
  try {
    refuseUnlike(rule, index, floor);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('refuseUnlike', () => {
  it('lets like be compared with like', () => {
    expect(refusal(onDemand, { ...onDemand })).toBeUndefined();
  });

  it('refuses an on-demand index against a five-year floor, names the rule and says what to say instead', () => {
    const error = refusal(onDemand, { tenor: 'contract_5y', unit: 'USD/GPU-hr' });
    expect(error).toBeInstanceOf(UnlikePrices);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ name: 'UnlikePrices', rule: 'h100-below-floor', index: onDemand });
    expect(String(error)).toContain('an hour on demand');
    expect(String(error)).toContain('a five-year contract');
    expect(String(error)).toContain('side by side');
  });

  it('refuses two units', () => {
    expect(String(refusal(onDemand, { ...onDemand, unit: 'USD/MTok' }))).toContain(
      'USD/GPU-hr and its floor in USD/MTok',
    );
  });
});
