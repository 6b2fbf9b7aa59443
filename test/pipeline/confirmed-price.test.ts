/** Confirmed list prices, and what they blend to, from the recorded price lists of 2024-01 to 2026-09. */
import { blendScenarios, blendSubject } from '@bandgap/catalog';
import { latestAnswers, latestRun, unmappedModels } from '@bandgap/db';
import { verify } from '@bandgap/receipts';
import { databaseReaders } from '@bandgap/views';
import { expect, test } from 'vitest';
import { haveSharedRecordings } from '../support/recordings.ts';

const name = 'list prices of twenty models (skipped where the recordings are absent)';

/**
 * Input and output on the day of the newest lists, looked up at the labs; USD per million tokens. GPT-5.6 Sol is not among them: its
 * price was cut on that very day, 2026-08-21, and both lists that have it still gave the old one.
 */
const listPrices: readonly (readonly [model: string, input: number, output: number])[] = [
  ['anthropic/claude-opus-4', 15, 75],
  ['anthropic/claude-opus-4-1', 15, 75],
  ['anthropic/claude-opus-4-5', 5, 25],
  ['anthropic/claude-opus-4-7', 5, 25],
  ['anthropic/claude-opus-5', 5, 25],
  ['anthropic/claude-sonnet-4-5', 3, 15],
  ['anthropic/claude-sonnet-5', 2, 10],
  ['openai/gpt-5-5', 5, 30],
  ['openai/gpt-5-6-luna', 0.2, 1.2],
  ['google/gemini-3-1-pro-preview', 2, 12],
  ['google/gemini-3-6-flash', 0.75, 3.75],
  ['deepseek/deepseek-v4-pro', 0.66, 1.98],
  ['moonshotai/kimi-k2-6', 0.95, 4],
  ['xai/grok-4-5', 2, 6],
];

test.skipIf(!haveSharedRecordings)(
  name,
  async () => {
    const { playedLists } = await import('../support/token-recordings.ts');
    const { db } = await playedLists();
    const readers = databaseReaders(db, () => '2026-09-24T00:00:00.000Z', []);
    const models = new Map((await readers.tokens()).map((model) => [model.model, model]));
    const found = listPrices.map(([id]) => {
      const model = models.get(id);
      const priceOf = (metric: 'input' | 'output') => {
        const meter = model?.meters[metric];
        return meter?.status === 'confirmed' ? meter.price : meter?.status;
      };
      return [id, priceOf('input'), priceOf('output')];
    });
    expect(found).toEqual(listPrices);

    const opus = models.get('anthropic/claude-opus-4-7');
    expect(opus).toMatchObject({
      status: 'confirmed',
      meters: { cache_read: { price: 0.5 }, cache_write_5m: { price: 6.25 }, cache_write_1h: { price: 10 } },
      blends: [
        { scenario: 'agentic-300', status: 'confirmed', blendedPerMTok: expect.closeTo(0.99, 3) },
        { scenario: 'claude-code', status: 'confirmed', blendedPerMTok: expect.closeTo(0.99, 3) },
        { scenario: 'openrouter-measured', status: 'confirmed', blendedPerMTok: expect.closeTo(2.05, 1) },
      ],
    });
    expect(models.get('deepseek/deepseek-v4-pro')?.meters.input).toMatchObject({
      agree: ['deepseek'],
      disagree: [{ price: 0.435 }, { price: 1.32, sources: ['litellm'] }],
    });

    const confirmed = [...models.values()].filter(({ status }) => status === 'confirmed');
    const blends = new Set((await latestAnswers(db.query, 'blended-price')).map(({ subject }) => subject));
    const owed = confirmed.flatMap(({ model }) => blendScenarios.map((scenario) => blendSubject({ model, scenario })));
    expect(confirmed.length).toBeGreaterThan(100);
    expect(owed.filter((subject) => !blends.has(subject))).toEqual([]);

    const deepseek = await readers.tokenModel('deepseek/deepseek-v4-pro');
    const peak = deepseek?.offers.find(({ source, terms }) => source === 'deepseek' && terms.window !== undefined);
    expect(peak).toMatchObject({
      seller: 'deepseek',
      terms: { window: 'Mon-Fri 01:00-04:00 and 06:00-10:00 UTC' },
      meters: { input: 1.32, output: 3.96, cache_read: 0.044 },
    });

    const unmapped = await unmappedModels(db.query, 'openrouter');
    expect(unmapped.length).toBeGreaterThan(0);
    expect(unmapped.every(({ subject }) => subject.startsWith('raw:openrouter:'))).toBe(true);

    const blend = await latestRun(db.query, { model: 'blended-price', subject: 'anthropic/claude-opus-4-7' });
    const verification = await verify(db.query, blend?.receipt ?? '');
    expect(verification.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(
      verification.checks.some(({ what }) => what.startsWith('confirmed-price of anthropic/claude-opus-4-7')),
    ).toBe(true);
  },
  240_000,
);
