/** Each rule on rental prices, where it bites and where it must not. */
import { type Quote, quote, type RentalTerms } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, recording, recordingsAbsent, recordingsOf } from '../artifacts.fixture.ts';
import { csvRows } from '../documents/csv-document.ts';
import { gpurentalprices } from '../gpu/gpurentalprices/index.ts';
import { readDocument } from '../read-document.ts';
import { rentalObjections } from './rental-rules.ts';
import { placeholdersNamed } from './spot-placeholder.ts';

interface Offer extends Partial<Omit<RentalTerms, 'kind'>> {
  readonly venue?: string;
  readonly observedAt?: string;
}
const rental = (subject: string, value: number, { venue = 'lambda', observedAt, ...terms }: Offer = {}): Quote =>
  quote({
    series: {
      subject,
      metric: 'rental',
      venue,
      terms: { kind: 'rental', surface: 'list', tenor: 'on_demand', ...terms },
      unit: 'USD/GPU-hr',
    },
    value,
    ...(observedAt !== undefined && { observedAt }),
    at: `${venue} ${subject} ${value}`,
  });

/** What the rules say to the last quote of a document. */
const onLast = (...document: readonly Quote[]) => {
  const last = document.at(-1);
  return last && rentalObjections(document)(last);
};

const oneYear: Offer = { tenor: 'contract_1y' };
const threeYears: Offer = { tenor: 'contract_3y' };
const spot: Offer = { tenor: 'spot', surface: 'marketplace' };

describe('spot against list', () => {
  it('objects to a spot price above the list', () => {
    expect(onLast(rental('b200', 5.89), rental('b200', 5.98, spot))).toMatch('spot-above-list:');
  });
  it('names a spot price at the list a placeholder, and no other', () => {
    const document = [
      rental('b200', 3.29),
      rental('b200', 3.29, spot),
      rental('h200', 3.29, spot),
      rental('b200', 3.2, spot),
    ];
    const named = placeholdersNamed(document).map((row) => row.kind === 'quote' && row.series.terms);
    expect(named).toEqual([
      document[0]?.series.terms,
      { ...document[1]?.series.terms, spotKind: 'placeholder' },
      document[2]?.series.terms,
      document[3]?.series.terms,
    ]);
  });
  it('takes a spot price below the list', () => {
    expect(onLast(rental('b200', 5.89), rental('b200', 5.2, spot))).toBeUndefined();
  });
  it('compares within one seller, region and size', () => {
    const elsewhere = [{ venue: 'aws' }, { region: 'us-east-1' }, { minGpus: 8 }].map((offer) =>
      rental('b200', 1, offer),
    );
    expect(onLast(...elsewhere, rental('b200', 5.2, spot))).toBeUndefined();
  });
});

describe('term-order', () => {
  it.each([
    ['a commitment at the price without one', [rental('a100-sxm-80', 5.07), rental('a100-sxm-80', 5.07, oneYear)]],
    ['three years above one', [rental('h100', 4.201, oneYear), rental('h100', 4.3, threeYears)]],
    ['one year below three', [rental('h100', 4.3, threeYears), rental('h100', 4.201, oneYear)]],
  ])('objects to %s', (_, document) => expect(onLast(...document)).toMatch('term-order:'));
  it('takes 11.06, 7.67 and 4.86', () => {
    const document = [rental('h100', 11.06), rental('h100', 7.67, oneYear), rental('h100', 4.86, threeYears)];
    expect(document.map(rentalObjections(document))).toEqual([undefined, undefined, undefined]);
  });
});

describe('node-scaling', () => {
  it.each([
    ['a node that was not divided', 31.92, 3.99],
    ['a price per GPU that was divided again', 0.49, 3.99],
  ])('objects to %s, in both sizes', (_, node, one) => {
    const document = [rental('h100', node, { minGpus: 8 }), rental('h100', one, { minGpus: 1 })];
    expect(document.map(rentalObjections(document))).toEqual([
      expect.stringContaining('node-scaling:'),
      expect.stringContaining('node-scaling:'),
    ]);
  });
  it('takes a discount for whole nodes', () => {
    expect(onLast(rental('h100', 3.99, { minGpus: 8 }), rental('h100', 4.29, { minGpus: 1 }))).toBeUndefined();
  });
  it('leaves spot markets alone, where a node may be eight times as dear', () => {
    expect(
      onLast(rental('t4', 0.661, { ...spot, minGpus: 8 }), rental('t4', 0.09, { ...spot, minGpus: 1 })),
    ).toBeUndefined();
  });
});

describe('far-below-market', () => {
  const others = ['crusoe', 'lambda', 'together', 'runpod', 'verda'].map((venue, index) =>
    rental('h100', 2.8 + index / 10, { venue }),
  );
  it('objects to a preemptible price in the list of firm ones', () => {
    expect(onLast(...others, rental('h100', 1.25, { venue: 'nebius' }))).toMatch('far-below-market:');
  });
  it.each([
    ['a cheap list', rental('h100', 1.99, { venue: 'voltagepark' })],
    ['a marketplace', rental('h100', 1.2, { venue: 'vast' })],
    ['a spot price', rental('h100', 1.2, { ...spot, venue: 'nebius' })],
    ['another GPU', rental('a100', 1.2, { venue: 'nebius' })],
  ])('takes %s', (_, cheap) => expect(onLast(...others, cheap)).toBeUndefined());
  it('says nothing with four others', () => {
    expect(onLast(...others.slice(1), rental('h100', 1.25, { venue: 'nebius' }))).toBeUndefined();
  });
});

describe('newer-below-older', () => {
  it('objects to both', () => {
    const document = [rental('h200', 5.72), rental('h100-sxm', 7.91)];
    expect(document.map(rentalObjections(document))).toEqual([
      expect.stringContaining('newer-below-older:'),
      expect.stringContaining('newer-below-older:'),
    ]);
  });
  it('takes 10 % below', () => expect(onLast(rental('h100-sxm', 10), rental('h200', 9.2))).toBeUndefined());
  it('leaves spot markets alone', () => {
    expect(onLast(rental('b200', 5.34, spot), rental('b300', 3.32, spot))).toBeUndefined();
  });
});

describe('copied-history', () => {
  const days = ['2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04'].map((day) => `${day}T00:00:00.000Z`);
  const history = (subject: string, values: readonly number[]) =>
    values.map((value, index) => rental(subject, value, { observedAt: days[index] ?? '' }));

  it('objects to the days that two GPUs share, to no other', () => {
    const document = [...history('h100', [2.1, 2.2, 2.3, 2.4]), ...history('a100', [2.1, 2.2, 2.3, 1.4])];
    const objected = document.map(rentalObjections(document)).map((objection) => objection !== undefined);
    expect(objected).toEqual([true, true, true, false, true, true, true, false]);
  });
  it('takes two days for chance', () => {
    expect(onLast(...history('h100', [2.1, 2.2, 2.3]), ...history('a100', [2.1, 1.2, 2.3]))).toBeUndefined();
  });
});

describe.skipIf(recordingsAbsent)('the rules on recorded days (skipped where the recordings are absent)', () => {
  const objections = new Map<string, number>();
  for (const artifact of recordingsOf(gpurentalprices)) {
    const document = readDocument(gpurentalprices, artifact).filter((row) => row.kind === 'quote');
    const objectionTo = rentalObjections(document);
    for (const each of document) {
      const [rule] = objectionTo(each)?.split(':') ?? [];
      if (rule === undefined) continue;
      const key = `${rule} ${each.series.venue} ${each.series.subject}`;
      objections.set(key, (objections.get(key) ?? 0) + 1);
    }
  }

  it('object to the known bad rows of gpurentalprices.com', () => {
    expect(Object.fromEntries(objections)).toMatchObject({
      'spot-above-list runpod b200': 31,
      'spot-above-list spheron l40s': 16,
      'newer-below-older aws h200': 34,
      'newer-below-older aws h100-sxm': 34,
    });
  });

  it('object to no firm price of a neocloud', () => {
    const firm = [...objections.keys()].filter((key) =>
      /^(?:far-below-market|term-order|node-scaling|copied-history)/.test(key),
    );
    expect(firm).toEqual([]);
  });

  it('object to the commitments of a2-ultragpu-8g that cost what the machine costs without one', () => {
    const artifact = artifactOf(gpurentalprices, recording('gpu/cyclenerd/gcp_gpu_weekly_us.csv'));
    const weeks = csvRows(artifact, { columns: ['od_usd_gpu_hr', 'cud1y_usd_gpu_hr'] })
      .filter((row) => row.field('machine_type') === 'a2-ultragpu-8g' && row.field('cud1y_usd_gpu_hr') !== '')
      .map((row) => ({
        day: row.field('date'),
        document: [
          rental('a100-sxm-80', Number(row.field('od_usd_gpu_hr'))),
          rental('a100-sxm-80', Number(row.field('cud1y_usd_gpu_hr')), oneYear),
        ],
      }));
    const refused = weeks.filter(({ document }) => onLast(...document)?.startsWith('term-order:'));
    expect([refused.length, weeks.length]).toEqual([375, 402]);
  });
});
