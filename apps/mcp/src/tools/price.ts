/** `price`: what something costs now, on which terms, and who says so. */
import { publishedAnswers, publishedPrices } from '@bandgap/db';
import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Figure, figureOf, refuseNothing, Withheld, withheldOf } from '../figure.ts';

export const price = defineTool({
  name: 'price',
  title: 'Price now',
  description:
    'Prices in force of a GPU (h100, b200), a language model (anthropic/claude-opus-4-7) or a memory part (dram-ddr5-16gb-4800), and what Bandgap makes of them: the rental index, the confirmed list price. Each has its own unit, date and terms. A price on demand, a contract price and a marketplace ask are different goods: never average or compare them.',
  input: z.object({
    subject: z.string().min(1).describe('A GPU, a language model as lab/name, or a memory part.'),
    tenor: z
      .enum(['on_demand', 'spot', 'serverless', 'contract_1y', 'contract_3y', 'contract_5y'])
      .optional()
      .describe('Rental prices of this tenor only.'),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({
    answers: z.array(Figure).describe('What models say; each has a receipt.'),
    prices: z.array(Figure).describe('What sources quote.'),
    more: z.boolean().describe('Whether there are more prices than the limit.'),
    withheld: Withheld,
  }),
  answer: async (deps, { subject, tenor, limit }) => {
    const { query } = deps.db;
    const [answers, prices, withheld] = await Promise.all([
      publishedAnswers(query, subject),
      publishedPrices(query, { subject, tenor, limit: limit + 1 }),
      withheldOf(deps, subject),
    ]);
    const fitting = answers.filter((answer) => tenor === undefined || answer.tenor === tenor);
    if (fitting.length + prices.length === 0)
      refuseNothing(subject, withheld, 'a GPU, a language model or a memory part with a price of this tenor in force');
    return {
      answers: fitting.map(figureOf),
      prices: prices.slice(0, limit).map(figureOf),
      more: prices.length > limit,
      withheld,
    };
  },
});
