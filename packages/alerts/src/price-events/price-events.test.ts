/** Each kind of event, between two states in which one thing differs. */
import { addDays, type TokenTerms } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedDeprecations, changedBlends, repointedAliases } from './named-changes.ts';
import { disagreements, refusals, staleSources, suspectValues } from './operator-events.ts';
import { eventKey } from './price-event.ts';
import { priceEvents } from './price-events.ts';
import type { TokenPrice, TokenPriceState } from './price-state.ts';

const on = (day: number) => `${addDays('2026-08-01', day - 1)}T06:00:00.000Z`;
const opus = 'anthropic/claude-opus-4-7';

type Said = Partial<Omit<TokenPrice, 'terms'>> & { readonly terms?: Partial<TokenTerms> };

const price = (day: number, { terms, ...said }: Said = {}): TokenPrice => ({
  subject: opus,
  venue: 'anthropic',
  metric: 'input',
  value: 5,
  observedAt: on(day),
  seenAt: on(day),
  confirmedBy: ['anthropic'],
  ...said,
  terms: { kind: 'token', tier: 'standard', contextFrom: 0, ...terms },
});
const state = (day: number, ...said: readonly Said[]): TokenPriceState => ({
  asOf: on(day),
  prices: said.map((each) => price(day, each)),
  movingNames: new Set(['raw:openrouter:~openai/gpt-latest']),
});
const kinds = (before: TokenPriceState, after: TokenPriceState) => priceEvents(before, after).map(({ kind }) => kind);

describe('priceEvents', () => {
  it('says nothing where nothing changed, nor of a first state', () => {
    expect(kinds(state(1, {}), state(2, {}))).toEqual([]);
    expect(priceEvents(undefined, state(2, {}))).toEqual([]);
  });

  it('tells a changed price with its size, its day and who confirms it', () => {
    expect(priceEvents(state(1, { value: 5 }), state(2, { value: 4 }))).toEqual([
      {
        kind: 'price_changed',
        subject: opus,
        venue: 'anthropic',
        metric: 'input',
        terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
        from: 5,
        to: 4,
        change: -0.19999999999999996,
        effectiveAt: on(2),
        confirmedBy: ['anthropic'],
      },
    ]);
  });

  it('tells each meter apart', () => {
    const meters = (value: number) => [{ value }, { metric: 'cache_read', value: value / 10 } as const];
    expect(priceEvents(state(1, ...meters(5)), state(2, ...meters(4)))).toMatchObject([
      { metric: 'input' },
      { metric: 'cache_read' },
    ]);
  });

  it('tells no price of a name that moves between models', () => {
    const moving = { subject: 'raw:openrouter:~openai/gpt-latest' };
    expect(kinds(state(1, { ...moving, value: 5 }), state(2, { ...moving, value: 2 }))).toEqual([]);
  });

  const rise = { value: 15, terms: { validFrom: '2026-09-01' } };

  it('tells a change when it is announced, once, with the price it follows', () => {
    const announced = priceEvents(state(1, { value: 10 }), state(2, { value: 10 }, rise));
    expect(announced).toEqual([
      {
        kind: 'change_scheduled',
        subject: opus,
        venue: 'anthropic',
        effectiveOn: '2026-09-01',
        meters: [{ metric: 'input', tier: 'standard', contextFrom: 0, from: 10, to: 15 }],
      },
    ]);
    expect(kinds(state(2, { value: 10 }, rise), state(3, { value: 10 }, rise))).toEqual([]);
  });

  it('tells when an announcement is withdrawn before its day', () => {
    expect(priceEvents(state(20, { value: 10 }, rise), state(21, { value: 10 }))).toEqual([
      { kind: 'change_cancelled', subject: opus, venue: 'anthropic', effectiveOn: '2026-09-01' },
    ]);
  });

  it('tells a change that came as announced as of its day, and nothing withdrawn', () => {
    expect(priceEvents(state(31, { value: 10 }, rise), state(33, { value: 15 }))).toMatchObject([
      { kind: 'price_changed', from: 10, to: 15, effectiveAt: '2026-09-01T00:00:00.000Z' },
    ]);
  });

  it('tells the beginning and the end of a promotion', () => {
    const promo = { value: 2.5, terms: { listing: 'promo' } } as const;
    expect(priceEvents(state(1, {}), state(2, {}, promo))).toEqual([
      { kind: 'promo_started', subject: opus, venue: 'anthropic', tier: 'standard', discount: 0.5 },
    ]);
    expect(kinds(state(2, {}, promo), state(3, {}))).toEqual(['promo_ended']);
  });

  it('tells a tier that is gone, as Opus 4.6 lost its dearer price of long prompts', () => {
    const long = { value: 10, terms: { contextFrom: 200_000 } };
    expect(priceEvents(state(11, {}, long), state(14, {}))).toEqual([
      {
        kind: 'tier_changed',
        subject: opus,
        venue: 'anthropic',
        added: [],
        removed: [{ tier: 'standard', contextFrom: 200_000 }],
      },
    ]);
  });

  it('tells new hours, as DeepSeek introduced its peak', () => {
    const peak = { value: 10, terms: { window: 'Mon-Fri 01:00-04:00 UTC' } };
    expect(priceEvents(state(16, {}), state(17, {}, peak))).toMatchObject([
      { kind: 'time_window_changed', from: [], to: ['Mon-Fri 01:00-04:00 UTC'] },
    ]);
  });

  it('tells a model that is new, and one that has been absent for three days, once each', () => {
    const other = { subject: 'openai/gpt-5-5' };
    const gone = (day: number): TokenPriceState => ({ ...state(day, {}), prices: [price(day), price(1, other)] });
    expect(kinds(state(1, {}), state(2, {}, other))).toEqual(['model_added']);
    expect([2, 3, 4, 5].map((day) => kinds(day === 2 ? state(1, {}, other) : gone(day - 1), gone(day)))).toEqual([
      [],
      [],
      ['model_removed'],
      [],
    ]);
    expect(kinds(gone(2), state(3, {}, other))).toEqual([]);
    expect(kinds(gone(6), state(7, {}, other))).toEqual(['model_added']);
  });

  it('tells everything once: what two steps tell, no third adds', () => {
    const said = fc.record({
      subject: fc.constantFrom('a/1', 'a/2'),
      metric: fc.constantFrom('input', 'output'),
      value: fc.integer({ min: 1, max: 3 }),
      terms: fc.record({ tier: fc.constantFrom('standard', 'batch') }),
    });
    const states = fc.uniqueArray(said, {
      selector: ({ subject, metric, terms }) => `${subject}${metric}${terms.tier}`,
      minLength: 1,
    });
    fc.assert(
      fc.property(states, states, (first, second) => {
        const before = state(1, ...first);
        const after = state(2, ...second);
        expect(kinds(after, { ...after, asOf: after.asOf })).toEqual([]);
        const keys = priceEvents(before, after).map((event) => eventKey('anthropic', after.asOf, event));
        expect(new Set(keys).size).toBe(keys.length);
        const changes = priceEvents(before, after).filter(({ kind }) => kind === 'price_changed');
        const back = priceEvents(after, state(3, ...first)).filter(({ kind }) => kind === 'price_changed');
        expect(back).toHaveLength(changes.length);
      }),
    );
  });
});

describe('events of names', () => {
  it('tells an alias that points elsewhere, not one that is new', () => {
    const before = new Map([['deepseek-chat', 'deepseek-v3']]);
    const after = new Map([
      ['deepseek-chat', 'deepseek-v4-flash'],
      ['gpt-latest', 'gpt-5-5'],
    ]);
    expect(repointedAliases(before, after)).toEqual([
      { kind: 'alias_repointed', alias: 'deepseek-chat', from: 'deepseek-v3', to: 'deepseek-v4-flash' },
    ]);
  });

  it('tells a day of retirement that is new or has moved', () => {
    const before = new Map([
      ['a/1', '2026-10-01'],
      ['a/2', '2026-10-01'],
    ]);
    const after = new Map([
      ['a/1', '2026-10-01'],
      ['a/2', '2026-11-01'],
      ['a/3', '2026-12-01'],
      ['a/4', '2026-08-01'],
    ]);
    expect(announcedDeprecations(before, after, on(1))).toMatchObject([
      { subject: 'a/2', retiredOn: '2026-11-01' },
      { subject: 'a/3' },
    ]);
  });

  it('tells a blend that changed', () => {
    expect(
      changedBlends(
        'agentic-300',
        new Map([['a/1', 0.99]]),
        new Map([
          ['a/1', 0.61],
          ['a/2', 1],
        ]),
      ),
    ).toEqual([{ kind: 'blend_changed', subject: 'a/1', scenario: 'agentic-300', from: 0.99, to: 0.61 }]);
  });
});

describe('events for the operator', () => {
  it('tells a disagreement when it begins or changes, not while it lasts', () => {
    const agree = new Map([['input', [{ price: 5, sources: ['x', 'y'] }]]] as const);
    const prices = [
      { price: 5, sources: ['x'] },
      { price: 4, sources: ['y'] },
    ];
    const differ = new Map([['input', prices]] as const);
    const told = { kind: 'source_disagreement', subject: 'a/1', metric: 'input', prices };
    expect(disagreements('a/1', agree, differ)).toEqual([told]);
    expect(disagreements('a/1', differ, differ)).toEqual([]);
    expect(disagreements('a/1', differ, agree)).toEqual([]);
  });

  it.each([
    ['output below input', 2, 1, undefined, /output at 1/],
    ['output above twenty times input', 1, 21, undefined, /output at 21/],
    ['an unusual price of cached input', 1, 5, 0.3, /cached input at 0.3/],
    ['an input below 0.002', 0.001, 0.002, undefined, /input at 0.001/],
  ])('calls %s suspect, once', (_, input, output, cached, reason) => {
    const meters: readonly Said[] = [
      { value: input },
      { metric: 'output', value: output },
      ...(cached === undefined ? [] : [{ metric: 'cache_read', value: cached } as const]),
    ];
    expect(suspectValues(state(1), state(2, ...meters))).toMatchObject([
      { kind: 'suspect_value', reason: expect.stringMatching(reason) },
    ]);
    expect(suspectValues(state(1, ...meters), state(2, ...meters))).toEqual([]);
  });

  it('leaves hosts alone', () => {
    const meters: readonly Said[] = [
      { value: 4, venue: 'novita' },
      { metric: 'output', value: 2, venue: 'novita' },
    ];
    expect(suspectValues(state(1), state(2, ...meters))).toEqual([]);
  });

  it.each([0.5, 0.25, 0.1, 0.05, 0.025])('calls a cached input at %d of the plain one usual', (share) => {
    expect(suspectValues(state(1), state(2, { value: 4 }, { metric: 'cache_read', value: 4 * share }))).toEqual([]);
  });

  it('tells of each time a source grew stale the same, whenever it is asked', () => {
    const sightings = [{ source: 'x', seenAt: on(1), staleAfterMinutes: 1440 }];
    const stale = [{ since: on(2), event: { kind: 'source_stale', source: 'x', seenAt: on(1) } }];
    expect(staleSources(sightings, on(2))).toEqual(stale);
    expect(staleSources(sightings, on(3))).toEqual(stale);
    expect(staleSources(sightings, on(1))).toEqual([]);
  });

  it('tells once that a source can no longer be read, or that its document is held back', () => {
    const good = { verdict: 'accepted', reasons: [] } as const;
    const drift = { verdict: 'unreadable', reasons: ['found "Warm Tokens"'] } as const;
    const held = { verdict: 'quarantined', reasons: ['lost 127 of 2263 models within a day'] } as const;
    expect(refusals('x', good, drift)).toEqual([{ kind: 'parser_drift', source: 'x', reason: 'found "Warm Tokens"' }]);
    expect(refusals('x', drift, held)).toMatchObject([{ kind: 'document_held' }]);
    expect(refusals('x', drift, drift)).toEqual([]);
    expect(refusals('x', held, held)).toEqual([]);
    expect(refusals('x', drift, good)).toEqual([]);
  });
});
