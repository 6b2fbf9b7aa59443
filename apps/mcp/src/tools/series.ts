/** `series`: how something moved. */
import { publishedHistory } from '@bandgap/db';
import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Figure, figureOf, refuseNothing, withheldOf } from '../figure.ts';

const longest = 2000;

export const series = defineTool({
  name: 'series',
  title: 'History',
  description:
    'Day by day: a rental index (h100/on_demand/neocloud), the confirmed list price of a language model (anthropic/claude-opus-4-7), or a memory price by source, part and basis (memory-reference/dram-ddr5-16gb-4800/spot). Each point has its receipt.',
  input: z.object({
    id: z.string().min(1),
    from: z.iso.date().default('2000-01-01'),
    to: z.iso.date().optional().describe('The last day; today if absent.'),
  }),
  output: z.object({
    points: z.array(Figure).describe('Oldest first; of several meters, one after the other.'),
    more: z.boolean().describe(`Whether there are more than ${longest}; ask for fewer days then.`),
  }),
  answer: async (deps, { id, from, to = deps.clock().slice(0, 10) }) => {
    const points = await publishedHistory(deps.db.query, { id, from, to: `${to}T23:59:59Z` });
    if (points.length === 0)
      refuseNothing(
        id,
        await withheldOf(deps, id),
        `the id of an index, a language model, or source/part/basis of a memory price, with figures from ${from} to ${to}`,
      );
    return { points: points.slice(0, longest).map(figureOf), more: points.length > longest };
  },
});
