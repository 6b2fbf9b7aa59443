/** What analysts and the press say is paid for memory that no board lists. */
import { aiValueCapture } from './citations.ts';
import type { MemoryCitation } from './memory-citations.ts';
import type { MemoryPriceTable } from './memory-reference.ts';

const counterpoint: MemoryCitation = {
  publisher: 'counterpoint',
  source: 'Counterpoint Research, relayed by xinmikj.com',
  url: 'https://www.xinmikj.com/abo/xkjndet/174.html',
  confidence: 'B',
};

const semiAnalysis: MemoryCitation = {
  publisher: 'semianalysis',
  source: aiValueCapture.source,
  url: aiValueCapture.url,
  confidence: 'B',
};

const press = (source: string, url?: string): MemoryCitation => ({
  publisher: 'press',
  source,
  confidence: 'C',
  ...(url === undefined ? {} : { url }),
});

const perGigabyte = { basis: 'estimate', unit: 'USD/GB' } as const;
const perStack = { basis: 'estimate', unit: 'USD/stack' } as const;

export const pricedByAnalysts: readonly MemoryPriceTable[] = [
  {
    part: 'socamm-nvidia',
    ...perGigabyte,
    prices: [
      { date: '1Q26', value: 8, note: 'Contract price paid by NVIDIA.', ...semiAnalysis },
      { date: '2026-05-01', value: 10, note: 'Working figure for the cost over 2026.', ...semiAnalysis },
      { date: '4Q26', value: 13, status: 'forecast', note: 'A lower bound: it could exceed this.', ...semiAnalysis },
    ],
  },
  {
    part: 'lpddr5x-mobile',
    ...perGigabyte,
    prices: [{ date: '1Q26', value: 6.5, low: 6, high: 7, note: 'Middle of the printed range.', ...semiAnalysis }],
  },
  {
    part: 'ddr4-consumer',
    ...perGigabyte,
    prices: [{ date: '2025-11', value: 16.8, note: 'Printed as 2.10 USD per gigabit.', ...counterpoint }],
  },
  {
    part: 'ddr5-server-pc',
    ...perGigabyte,
    prices: [{ date: '2025-11', value: 12, note: 'Printed as 1.50 USD per gigabit.', ...counterpoint }],
  },
  {
    part: 'hbm3e',
    ...perGigabyte,
    prices: [
      { date: '2025-11', value: 13.6, note: 'Printed as 1.70 USD per gigabit.', ...counterpoint },
      {
        date: '2026-08',
        value: 17.5,
        low: 17,
        high: 18,
        ...press('Cantor and Fubon, relayed by the press, August 2026'),
      },
    ],
  },
  {
    part: 'hbm4',
    ...perGigabyte,
    prices: [
      { date: '2025-12-29', value: 15, ...press('Korean analysts, relayed by the press, 2025-12-29') },
      {
        date: '2026-08',
        value: 31.5,
        low: 31,
        high: 32,
        ...press('Cantor and Fubon, relayed by the press, August 2026'),
      },
    ],
  },
  {
    part: 'stack-hbm3e-36gb',
    ...perStack,
    prices: [
      {
        date: '2025-11',
        value: 370,
        note: 'SK hynix to NVIDIA, about; that the stack is 12 high is assumed.',
        ...press(
          'Futu News, November 2025',
          'https://news.futunn.com/en/post/64425578/sk-hynix-takes-the-lead-with-hbm4-agreement-reached-with',
        ),
      },
    ],
  },
  {
    part: 'stack-hbm4-36gb',
    ...perStack,
    prices: [
      {
        date: '2025-11-05',
        value: 560,
        note: 'SK hynix to NVIDIA, for 2026.',
        ...press('hkhonch.com, 2025-11-05', 'https://hkhonch.com/article/57.html'),
        confidence: 'B',
      },
      { date: '2026-02-27', value: 700, note: 'Samsung.', ...press('Press relay, 2026-02-27') },
    ],
  },
  {
    part: 'dram-iphone',
    ...perGigabyte,
    prices: [
      {
        date: '2026-03-13',
        value: 12,
        note: '12 GB for about 150 USD.',
        ...press('Dylan Patel in the Dwarkesh Podcast, 2026-03-13'),
      },
    ],
  },
];
