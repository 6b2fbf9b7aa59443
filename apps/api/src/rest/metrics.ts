/** `/metrics`: what a monitor watches, in the text format of Prometheus. */
import { indexDefinitions } from '@bandgap/catalog';
import { backlog, latestRuns, newestIndexLevels, openReceipts, type Query, type StoredRun } from '@bandgap/db';
import { CeilingOutput, FloorOutput, readSources } from '@bandgap/views';
import { indexLevel } from './index-level.ts';
import type { RestDeps } from './rest-deps.ts';

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** Figures that may not be passed on are left out here as well. */
export async function readMetrics(deps: RestDeps, version: string): Promise<string> {
  const [figures, levels, operations] = await Promise.all([floorsAndCeilings(deps), indices(deps), backlogs(deps)]);
  const build: Metric = {
    name: 'bandgap_build_info',
    help: 'The version that runs; always 1.',
    samples: [{ labels: { version, node: process.version }, value: 1 }],
  };
  return [build, ...figures, ...levels, ...operations].map(exposition).join('');
}

export function exposition({ name, help, samples }: Metric): string {
  const lines = samples.map(({ labels, value }) => {
    const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${name}${named.length === 0 ? '' : `{${named.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
const escaped = (text: string): string => text.replace(/[\\"\n]/g, (character) => escapes[character] ?? '');

async function floorsAndCeilings({ query, publication: { open } }: RestDeps): Promise<readonly Metric[]> {
  const floors = await openRuns(query, 'rental-floor', open);
  const ceilings = await openRuns(query, 'value-ceiling', open);
  const floorOf = new Map(
    floors.map(({ subject, output }) => [subject, FloorOutput.parse(output).floorPricePerGpuHour] as const),
  );
  const ceilingsOf = ceilings.flatMap(({ subject: project, output }) => {
    const { conservativePricePerGpuHour, parityPricePerGpuHour } = CeilingOutput.parse(output);
    return [
      { labels: { project, kind: 'conservative' }, value: conservativePricePerGpuHour },
      { labels: { project, kind: 'parity' }, value: parityPricePerGpuHour },
    ];
  });
  return [
    {
      name: 'bandgap_floor_usd_per_gpu_hour',
      help: 'The price at which a project earns its hurdle rate.',
      samples: [...floorOf].map(([project, value]) => ({ labels: { project }, value })),
    },
    {
      name: 'bandgap_ceiling_usd_per_gpu_hour',
      help: 'The most a buyer would pay, given what the compute it replaces costs.',
      samples: ceilingsOf,
    },
    {
      name: 'bandgap_headroom_ratio',
      help: 'The ceiling over the floor of the same project.',
      samples: ceilingsOf.flatMap(({ labels, value }) => {
        const floor = floorOf.get(labels.project);
        return floor === undefined ? [] : [{ labels, value: value / floor }];
      }),
    },
  ];
}

async function openRuns(query: Query, model: string, open: readonly string[]): Promise<readonly StoredRun[]> {
  const runs = await latestRuns(query, model);
  const receipts = await openReceipts(query, { receipts: runs.map(({ receipt }) => receipt), open });
  return runs.filter(({ receipt }) => receipts.has(receipt));
}

async function indices({ query, clock, publication: { open } }: RestDeps): Promise<readonly Metric[]> {
  const runs = await newestIndexLevels(query, { indices: indexDefinitions.map(({ id }) => id), open });
  const levels = runs.map(indexLevel).filter(({ value }) => value !== null);
  const now = Date.parse(clock());
  return [
    {
      name: 'bandgap_index_usd_per_gpu_hour',
      help: 'The level of an index.',
      samples: levels.map(({ index, confidence, value }) => ({ labels: { index, confidence }, value: value ?? 0 })),
    },
    {
      name: 'bandgap_index_age_seconds',
      help: 'Since when the newest level of an index knows nothing new.',
      samples: levels.map(({ index, knownAt }) => ({ labels: { index }, value: secondsSince(knownAt, now) })),
    },
  ];
}

async function backlogs({ query, clock }: RestDeps): Promise<readonly Metric[]> {
  const { givenUp, ...owed } = await backlog(query);
  const now = Date.parse(clock());
  const states = await readSources(query, clock());
  return [
    {
      name: 'bandgap_queue_depth',
      help: 'Work that is owed, by the queue that will do it, as the database has it.',
      samples: Object.entries(owed).map(([queue, value]) => ({ labels: { queue }, value })),
    },
    {
      name: 'bandgap_dead_letters',
      help: 'Messages that were given up without arriving.',
      samples: [{ labels: { queue: 'deliver' }, value: givenUp }],
    },
    {
      name: 'bandgap_slots_open',
      help: 'Fetches that were due and have no outcome yet.',
      samples: [{ labels: {}, value: owed.fetch }],
    },
    {
      name: 'bandgap_source_age_seconds',
      help: 'Since a document of the source was last accepted.',
      samples: states.flatMap(({ id: source, lastAcceptedAt }) =>
        lastAcceptedAt === null ? [] : [{ labels: { source }, value: secondsSince(lastAcceptedAt, now) }],
      ),
    },
    {
      name: 'bandgap_source_stale',
      help: 'Whether that is longer than the source allows.',
      samples: states
        .filter(({ lastAcceptedAt }) => lastAcceptedAt !== null)
        .map(({ id: source, stale }) => ({ labels: { source }, value: stale ? 1 : 0 })),
    },
  ];
}

const secondsSince = (instant: string, now: number): number => Math.round((now - Date.parse(instant)) / 1000);
