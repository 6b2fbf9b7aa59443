/** The rules that come with Bandgap: what is worth waking somebody for. */
import { type AlertRule, withPatience } from './alert-rule.ts';
import { floorProjects } from './floor-projects.ts';
import { headlineIndices } from './index-definitions.ts';
import { memoryPart } from './memory-parts.ts';
import { systemById } from './systems.ts';

/** An index below the floor of a system with its GPU, sold for the same tenor. */
const belowFloor: readonly AlertRule[] = floorProjects.flatMap(({ id: project, system, tenor }) =>
  headlineIndices
    .filter((index) => index.tenor === tenor && index.gpus.some((gpu) => gpu === systemById(system)?.gpu))
    .map(({ id, name }) => {
      const [gpu = '', ofTenor = ''] = id.split('/');
      return withPatience({
        id: `${gpu}-${ofTenor.replaceAll('_', '-')}-below-floor`,
        title: `${name}, below the new-build floor`,
        subject: { kind: 'index', id },
        condition: { kind: 'crosses', direction: 'below', reference: { kind: 'floor', floor: 'new_build', project } },
        remindEveryDays: 30,
      });
    }),
);

const memoryMoves: readonly AlertRule[] = ['dram-ddr5-16gb-4800', 'dram-ddr4-8gb-3200'].map((part) =>
  withPatience({
    id: `${part}-moves`,
    title: `${memoryPart(part)?.name ?? part} spot moves by a tenth in a week`,
    subject: { kind: 'memory', id: `dramexchange/${part}/spot` },
    condition: { kind: 'moves', byPercent: 10, withinDays: 7 },
  }),
);

/** Models whose price is the price of the frontier. */
const frontier = ['anthropic/claude-opus', 'anthropic/claude-sonnet', 'openai/gpt-5', 'google/gemini', 'xai/grok'];

export const defaultRules: readonly AlertRule[] = [
  ...belowFloor,
  ...memoryMoves,
  withPatience({
    id: 'frontier-price-changed',
    title: 'A frontier model changes its price',
    subject: { kind: 'events', of: frontier, from: ['confirmed-price'] },
    condition: { kind: 'event', events: ['price_changed'] },
  }),
  withPatience({
    id: 'price-change-scheduled',
    title: 'A price change is announced, or called off',
    subject: { kind: 'events' },
    condition: { kind: 'event', events: ['change_scheduled', 'change_cancelled'] },
  }),
  withPatience({
    id: 'source-stale',
    title: 'A source has had nothing to say for too long',
    subject: { kind: 'source', id: '*' },
    condition: { kind: 'stale' },
  }),
];
