/** What a written rule is completed to, and what is said of one that cannot be meant. */
import { describe, expect, it } from 'vitest';
import { parseRule, rulesIn } from './alerts-rule-file.ts';

const written = {
  id: 'h100-under-two',
  title: 'H100 under two dollars',
  subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
  condition: { kind: 'crosses', direction: 'below', reference: { kind: 'constant', value: 2, unit: 'USD/GPU-hr' } },
};
const complaint = (rule: unknown) => {
  try {
    return parseRule(rule, 'rules.json[0]');
  } catch (error) {
    return String(error);
  }
};

describe('parseRule', () => {
  it('fills in how patient a rule is', () => {
    expect(parseRule(written)).toEqual({
      ...written,
      firesAfter: 2,
      clearsAfter: 1,
      hysteresis: 0.02,
      noDataAfter: 3,
      fireOnStart: false,
    });
    expect(parseRule({ ...written, firesAfter: 5 }).firesAfter).toBe(5);
  });

  it.each([
    [
      { ...written, id: 'H 100' },
      'rules.json[0].id: expected at most 80 lower-case letters, digits, dots and dashes, was "H 100"',
    ],
    [{ ...written, title: undefined }, 'rules.json[0].title: expected a value of type string, was missing'],
    [
      { ...written, subject: { kind: 'gpu' } },
      'subject.kind: expected one of index, token, memory, figure, source, events, was "gpu"',
    ],
    [{ ...written, firesAfter: 0 }, 'firesAfter: expected at least 1, was 0'],
    [{ ...written, firesAfter: 1.5 }, 'firesAfter: expected a whole number, was 1.5'],
    [{ ...written, patience: 3 }, 'expected nothing called patience, was {"patience":3}'],
    [{ ...written, channels: ['webook'] }, 'channels.0: expected one of webhook, slack, discord'],
    [{ ...written, title: 'x'.repeat(201) }, 'title: expected some text of at most 200 characters'],
    [
      { ...written, condition: { kind: 'moves', byPercent: 10, withinDays: 1e15 } },
      'withinDays: expected at most 3660, was 1000000000000000',
    ],
    [{ ...written, subject: { kind: 'source', id: 'vastt' } }, 'subject.id: expected one of *, anthropic'],
    [{ ...written, subject: { kind: 'events', from: ['confirmedprice'] } }, 'from.0: expected one of confirmed-price'],
    [{ ...written, subject: { kind: 'index', id: 'h100' } }, 'rules.json[0]: index: expected one of h100/on_demand'],
    [
      { ...written, condition: { ...written.condition, reference: { kind: 'constant', value: 2, unit: 'EUR' } } },
      'condition.reference.unit: expected one of USD/GPU-hr, USD/MTok',
    ],
    [
      {
        ...written,
        condition: { ...written.condition, reference: { kind: 'constant', value: -2, unit: 'USD/GPU-hr' } },
      },
      'condition.reference.value: expected more than 0, was -2',
    ],
    [[], 'rules.json[0]: expected a value of type object, was []'],
  ])('refuses %o', (rule, message) => {
    expect(complaint(rule)).toContain(message);
  });

  it('refuses what is unlike as it is written', () => {
    const reference = { kind: 'floor', floor: 'new_build', project: 'gb300-nvl72/contract_5y' };
    expect(complaint({ ...written, condition: { ...written.condition, reference } })).toContain(
      'rule h100-under-two is refused: its price is that of an hour on demand',
    );
  });
});

describe('rulesIn', () => {
  it('reads a list, and says where it is none', () => {
    expect(rulesIn(JSON.stringify([written]), 'rules.json')).toHaveLength(1);
    expect(() => rulesIn('{', 'rules.json')).toThrow('rules.json: expected JSON, could not read it');
    expect(() => rulesIn('{}', 'rules.json')).toThrow('rules.json: expected a list of rules, was {}');
    expect(() => rulesIn(JSON.stringify([written, written]), 'rules.json')).toThrow('h100-under-two twice');
  });
});
