/** `floor` and `ceiling`: what a GPU-hour must cost, and the most it can be worth. */

import { UsageError } from '@bandgap/core';
import { publishedLevels } from '@bandgap/db';
import { z } from 'zod';
import { defineTool, type Tool } from '../define-tool.ts';
import { Figure, figureOf } from '../figure.ts';

interface Level {
  readonly name: 'floor' | 'ceiling';
  readonly title: string;
  readonly description: string;
}

const level = ({ name, title, description }: Level): Tool =>
  defineTool({
    name,
    title,
    description: `${description} Each is of one system and one tenor: hold it against prices of the same tenor only.`,
    input: z.object({
      project: z.string().optional().describe('System, or system and tenor: vr-nvl72/contract_5y. All if absent.'),
    }),
    output: z.object({ figures: z.array(Figure) }),
    answer: async ({ db }, { project }) => {
      const all = await publishedLevels(db.query, name);
      const found = all.filter(({ subject }) => [undefined, subject, subject.split('/')[0]].includes(project));
      const known = [...new Set(all.map(({ subject }) => subject))].join(', ') || 'none yet, as nothing was computed';
      if (found.length === 0)
        throw new UsageError(`expected a project with a ${name} (${known}), was ${project ?? 'none'}`);
      return { figures: found.map(figureOf) };
    },
  });

export const floor = level({
  name: 'floor',
  title: 'Floor',
  description:
    'The rental price per GPU-hour below which nobody would build (new_build: the hurdle IRR is just earned) and below which hardware that stands is switched off (cash).',
});

export const ceiling = level({
  name: 'ceiling',
  title: 'Ceiling',
  description: 'The most a buyer would pay per GPU-hour, given what the compute it replaces costs.',
});
