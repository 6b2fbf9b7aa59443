/** The vote on a list price: two agree, or the lab's own page stands for a day. */
import type { ObservedInput, RunInput, RunQuestion } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmedPrice, type ListPrice } from './confirmed-price.ts';
import { confirmedPriceRun } from './confirmed-price-run.ts';

const at = (day: number, hour = 0) =>
  `2026-08-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const says = (source: string, price: number, since = at(1)): ListPrice => ({
  source,
  price,
  since,
  firstHand: source === 'page',
});

describe('confirmedPrice', () => {
  test('two who agree confirm, and the third is kept as disagreeing', () => {
    expect(confirmedPrice([says('a', 5), says('b', 5), says('c', 4)], at(2))).toEqual({
      status: 'confirmed',
      price: 5,
      agree: ['a', 'b'],
      disagree: [{ price: 4, sources: ['c'] }],
    });
  });

  test.each([
    ['nobody', []],
    ['one', [says('a', 5)]],
    ['two who disagree', [says('a', 5), says('b', 4)]],
    ['two pairs confirmed at one time', [says('a', 5), says('b', 5), says('c', 4), says('d', 4)]],
  ])('%s leaves it pending', (_, listPrices) => {
    expect(confirmedPrice(listPrices, at(9)).status).toBe('pending');
  });

  test('a change is confirmed by its second source, though three still say the old price', () => {
    const old = [says('c', 30), says('d', 30), says('e', 30)];
    const changed = [says('a', 20, at(21)), says('b', 20, at(22))];
    expect(confirmedPrice([...old, ...changed], at(21)).status === 'confirmed').toBe(true);
    expect(confirmedPrice([...old, ...changed.slice(0, 1)], at(22))).toMatchObject({ price: 30 });
    expect(confirmedPrice([...old, ...changed], at(22))).toMatchObject({ price: 20 });
  });

  test('the page of the lab alone confirms after a day', () => {
    const page = [says('page', 0.66, at(17, 6))];
    expect(confirmedPrice(page, at(18, 5))).toEqual({
      status: 'pending',
      candidates: [{ price: 0.66, sources: ['page'] }],
    });
    expect(confirmedPrice(page, at(18, 6))).toMatchObject({ status: 'confirmed', price: 0.66 });
  });

  test('nothing is confirmed against the page of the lab', () => {
    const others = [says('a', 30), says('b', 30)];
    expect(confirmedPrice([...others, says('page', 20, at(21))], at(21, 12)).status).toBe('pending');
    expect(confirmedPrice([...others, says('page', 20, at(21))], at(22))).toMatchObject({
      price: 20,
      disagree: [{ price: 30 }],
    });
  });

  const listPrices = fc.uniqueArray(
    fc.record({
      source: fc.constantFrom('page', 'a', 'b', 'c', 'd'),
      price: fc.constantFrom(1, 2, 3),
      day: fc.integer({ min: 1, max: 20 }),
    }),
    { selector: ({ source }) => source },
  );

  test('the order of the sources does not matter, nobody is counted twice, and nobody is left out', () => {
    fc.assert(
      fc.property(listPrices, (votes) => {
        const said = votes.map(({ source, price, day }) => says(source, price, at(day)));
        const outcome = confirmedPrice(said, at(21));
        const reversed = confirmedPrice(said.toReversed(), at(21));
        expect(reversed.status).toBe(outcome.status);
        const camps =
          outcome.status === 'confirmed' ? [{ sources: outcome.agree }, ...outcome.disagree] : outcome.candidates;
        expect(camps.flatMap(({ sources }) => sources).toSorted()).toEqual(
          votes.map(({ source }) => source).toSorted(),
        );
        if (outcome.status === 'confirmed')
          expect(reversed).toMatchObject({ price: outcome.price, agree: outcome.agree });
      }),
    );
  });
});

/**
 * Input and output of ten models in the public lists of 2026-08-21 (LiteLLM, genai-prices, Portkey), models.dev of 2026-07-02 and the
 * pages of Anthropic (2026-08-21) and DeepSeek (2026-09-15); what is right was looked up at the labs on 2026-08-22.
 */
describe('ten models that lists do not agree on', () => {
  test.each([
    ['Claude Opus 4.7', { page: 5, litellm: 5, genai: 5, modelsDev: 5, portkey: 5 }, 5],
    ['Claude Sonnet 5', { page: 2, litellm: 2, genai: 2, modelsDev: 2, portkey: 2 }, 2],
    ['GPT-5.5', { litellm: 5, genai: 5, modelsDev: 5, portkey: 5 }, 5],
    ['GPT-5.6 Luna', { litellm: 0.2, genai: 0.2, portkey: 0.2 }, 0.2],
    ['Gemini 3.1 Pro Preview', { litellm: 2, genai: 2, modelsDev: 2 }, 2],
    ['Gemini 3.6 Flash', { litellm: 0.75, genai: 0.75 }, 0.75],
    ['Kimi K2.6', { litellm: 0.95, genai: 0.95, modelsDev: 0.95, portkey: 0.95 }, 0.95],
    ['GLM-5.1', { litellm: 1.4, modelsDev: 1.4, portkey: 1.4 }, 1.4],
    ['Grok 4.5', { litellm: 2, genai: 2, portkey: 2 }, 2],
    ['DeepSeek V4 Pro', { page: 0.66, litellm: 1.32, genai: 0.66, modelsDev: 0.435, portkey: 0.435 }, 0.66],
  ])('%s', (_, said, right) => {
    const listPrices = Object.entries(said).map(([source, price]) => says(source, price));
    expect(confirmedPrice(listPrices, at(22))).toMatchObject({ status: 'confirmed', price: right });
  });

  test('Qwen3.6 Plus, which one list knows, stays pending', () => {
    expect(confirmedPrice([says('modelsDev', 0.5)], at(22)).status).toBe('pending');
  });
});

const subject = 'deepseek/deepseek-v4-pro';
const quote = (source: string, value: number, overrides: Partial<ObservedInput['series']> = {}): ObservedInput => ({
  kind: 'observation',
  role: 'quote',
  series: {
    source,
    subject,
    metric: 'input',
    venue: 'deepseek',
    terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
    unit: 'USD/MTok',
    ...overrides,
  },
  value,
  observedAt: at(20),
  recordedAt: at(20),
  seenAt: at(20),
});
const run = (inputs: readonly RunInput[]) => {
  const question: RunQuestion = {
    model: 'confirmed-price',
    version: 1,
    subject,
    asOf: at(21),
    knownAt: at(21),
    inputs,
  };
  return confirmedPriceRun.compute(question);
};

describe('the run', () => {
  test('confirms DeepSeek V4 Pro against two that lag', () => {
    const inputs = [
      quote('deepseek', 0.66),
      quote('genai-prices', 0.66),
      quote('litellm', 1.32),
      quote('portkey', 0.435),
    ];
    expect(
      run([...inputs, ...inputs.map((input) => quote(input.series.source, input.value * 3, { metric: 'output' }))]),
    ).toMatchObject({
      status: 'confirmed',
      meters: { input: { price: 0.66, agree: ['deepseek', 'genai-prices'] }, output: { price: 0.66 * 3 } },
    });
  });

  test('is pending while one of input and output is', () => {
    expect(run([quote('litellm', 1), quote('portkey', 1), quote('litellm', 2, { metric: 'output' })])).toMatchObject({
      status: 'pending',
      meters: { input: { status: 'confirmed' }, output: { status: 'pending' } },
    });
  });

  test.each([
    [
      'a host',
      [quote('openrouter-endpoints', 1, { venue: 'novita' })],
      /expected a price of deepseek\/deepseek-v4-pro at deepseek, was at novita/,
    ],
    [
      'another model',
      [quote('litellm', 1, { subject: 'deepseek/deepseek-v3' })],
      /expected a price of deepseek\/deepseek-v4-pro/,
    ],
    [
      'two votes of one source',
      [quote('litellm', 1), quote('litellm', 2)],
      /expected one litellm input, was given two/,
    ],
    [
      'an assumption',
      [{ kind: 'assumption', role: 'quote', id: 'x', value: 1 } as const],
      /expected an observed quote/,
    ],
  ])('refuses %s', (_, inputs, message) => {
    expect(() => run(inputs)).toThrow(message);
  });
});
