/** What models answered, read from sources that may all be republished. */
import type { DocumentedView } from './documented-view.ts';

const identity = {
  as_of: ['as_of', 'The date the answer is about.'],
  known_at: ['known_at', 'Nothing recorded after this instant was used.'],
  revision: ['revision', 'Counts answers to the same date from corrected or late inputs.'],
  receipt: ['receipt', 'SHA-256 of the question; `bandgap explain` and /verify take it.'],
} as const;

const number = (name: string): string => `(output ->> '${name}')::numeric`;
const part = (position: number): string => `split_part(subject, '/', ${position})`;
const newestOfEachDay = (model: string): string =>
  `from pub.run where model = '${model}' order by model, subject, as_of, known_at desc, revision desc`;

const indexColumns = {
  index_id: ['subject', 'GPU, tenor and segment: h100/on_demand/neocloud. pub.index has its name.'],
  gpu: [part(1), 'The GPU.'],
  tenor: [part(2), 'How long the renter is bound.'],
  segment: [part(3), 'Whose prices it is made of.'],
  usd_per_gpu_hour: [number('pricePerGpuHour'), 'The index; null where too few owners quote.'],
  low_usd_per_gpu_hour: [number('low'), 'Lowest it would be with any one owner left out.'],
  high_usd_per_gpu_hour: [number('high'), 'Highest it would be with any one owner left out.'],
  owners: ["(output ->> 'n')::integer", 'How many owners were counted.'],
  confidence: ["output ->> 'confidence'", 'ok, low, degraded or insufficient.'],
  reason: ["output ->> 'reason'", 'Why it is not ok.'],
} as const;

const isFixing = "run.known_at = run.as_of + interval '1470 minutes'";

const projectColumns = {
  project: ['subject', 'System and tenor: vr-nvl72/contract_5y. pub.project has its name.'],
  system: [part(1), 'The system.'],
  tenor: [part(2), 'For how long it is let. Compare with prices of the same tenor only.'],
} as const;

export const runViews: readonly DocumentedView[] = [
  {
    name: 'run',
    about:
      'Every answer of every model, with its receipt. A run is left out when a restricted source is anywhere behind it.',
    columns: {
      run_id: ['run.id', 'The run, in this database.'],
      receipt: ['run.receipt::text', 'SHA-256 of the question.'],
      model: ['run.model', 'Which model.'],
      version: ['run.version', 'Its version.'],
      subject: ['run.subject', 'What it was asked about.'],
      as_of: ['run.as_of', 'The date the answer is about.'],
      known_at: ['run.known_at', 'Nothing recorded after this instant was used.'],
      revision: ['run.revision', 'Counts answers to the same date from corrected or late inputs.'],
      output: ['run.output', 'The whole answer as JSON.'],
    },
    from: `from public.run where exists (select from pub.source) and not exists (
      select from public.run_source behind left join pub.source on source.id = behind.source_id
      where behind.run_id = run.id and source.publishable is not true
    )`,
  },
  {
    name: 'rental_index',
    about: 'Daily fixings of the rental indices, the newest revision of each day. USD per GPU-hour.',
    distinctOn: 'subject, as_of',
    columns: { ...indexColumns, ...identity },
    from: `from pub.run where model = 'rental-index' and ${isFixing} order by subject, as_of, revision desc`,
  },
  {
    name: 'rental_index_vintage',
    about:
      'Every answer the rental indices ever gave: fixings with all their revisions, and indications during the day.',
    columns: {
      ...indexColumns,
      ...identity,
      is_fixing: [isFixing, 'Whether it is the fixing of the day; otherwise an indication before it.'],
    },
    from: "from pub.run where model = 'rental-index'",
  },
  {
    name: 'floor',
    about:
      'What a GPU-hour must cost, by project. New-build: hardware bought today earns its hurdle rate. Cash: hardware that stands is worth running.',
    distinctOn: 'model, subject, as_of',
    columns: {
      ...projectColumns,
      kind: ["case model when 'cash-floor' then 'cash' else 'new_build' end", 'new_build or cash.'],
      usd_per_gpu_hour: [
        `case model when 'cash-floor' then ${number('cashFloorPricePerGpuHour')} else ${number('floorPricePerGpuHour')} end`,
        'The floor.',
      ],
      usd_per_pflop_hour: [number('floorPricePerPflopHour'), 'The floor per FP8 PFLOP-hour, where that is known.'],
      opex_usd_per_gpu_hour: [number('opexPerGpuHour'), 'What running costs, within the floor.'],
      capex_usd_per_gpu: [number('capexPerGpu'), 'What building costs.'],
      ...identity,
    },
    from: "from pub.run where model in ('rental-floor', 'cash-floor') order by model, subject, as_of, known_at desc, revision desc",
  },
  {
    name: 'ceiling',
    about: 'The most a buyer would pay for a GPU-hour, given what the compute it replaces costs.',
    columns: {
      ...projectColumns,
      kind: [
        'answer.kind',
        "parity: the reference system's price for each PFLOP-hour; conservative: a lower one, from the catalog.",
      ],
      usd_per_gpu_hour: ['(output ->> answer.member)::numeric', 'The ceiling.'],
      ...identity,
    },
    from: `from (select distinct on (model, subject, as_of) * ${newestOfEachDay('value-ceiling')}) newest
      cross join (values ('parity', 'parityPricePerGpuHour'), ('conservative', 'conservativePricePerGpuHour')) answer (kind, member)`,
  },
  {
    name: 'headroom',
    about:
      'Each fixing against the floors of projects with the same GPU and the same tenor. Unlike tenors are never compared.',
    columns: {
      index_id: ['index.index_id', 'The index.'],
      project: ['project.id', 'The project whose floor it is held against.'],
      tenor: ['project.tenor', 'The tenor both have.'],
      kind: ['floor.kind', 'new_build or cash.'],
      index_usd_per_gpu_hour: ['index.usd_per_gpu_hour', 'The fixing.'],
      floor_usd_per_gpu_hour: ['floor.usd_per_gpu_hour', 'The floor that was known then.'],
      headroom_usd_per_gpu_hour: [
        'index.usd_per_gpu_hour - floor.usd_per_gpu_hour',
        'Index less floor; below zero nobody would build.',
      ],
      index_over_floor_ratio: ['index.usd_per_gpu_hour / floor.usd_per_gpu_hour', 'Index over floor.'],
      confidence: ['index.confidence', 'Of the index.'],
      owners: ['index.owners', 'Of the index.'],
      as_of: ['index.as_of', 'The day of the fixing.'],
      floor_as_of: ['floor.as_of', 'The date of the figures behind the floor.'],
      index_receipt: ['index.receipt', 'Receipt of the index.'],
      floor_receipt: ['floor.receipt', 'Receipt of the floor.'],
    },
    from: `from pub.rental_index index
      join pub.index definition on definition.id = index.index_id
      join pub.project on project.tenor = definition.tenor and project.gpu = any(definition.gpus)
      join lateral (
        select distinct on (kind) * from pub.floor
        where floor.project = project.id and floor.as_of <= index.as_of order by kind, floor.as_of desc
      ) floor on true
      where index.usd_per_gpu_hour is not null`,
  },
  {
    name: 'blended_price',
    about: 'What a million tokens cost in a workload, the newest answer of each model, workload and date.',
    distinctOn: 'subject, as_of',
    columns: {
      model: [`${part(1)} || '/' || ${part(2)}`, 'The language model, as lab and name.'],
      workload: [`coalesce(nullif(${part(3)}, ''), 'agentic-300')`, 'Which mix of input, cache and output.'],
      usd_per_mtok: [number('blendedPerMTok'), 'USD per million tokens.'],
      status: ["output ->> 'status'", 'confirmed, or pending where a price that counts is not.'],
      input_output_ratio: [
        "(output #>> '{scenario,inputOutputRatio}')::numeric",
        'Input tokens for each output token.',
      ],
      cache_hit_rate: [
        "(output #>> '{scenario,cacheHitRate}')::numeric",
        'Share of the input that is read from a cache.',
      ],
      ...identity,
    },
    from: "from pub.run where model = 'blended-price' order by subject, as_of, known_at desc, revision desc",
  },
  {
    name: 'confirmed_price',
    about:
      'List prices of language models as independent sources vote on them, one row for each meter; the newest vote of each date.',
    columns: {
      model: ['newest.subject', 'The language model, as lab and name.'],
      meter: ['meter.key', 'input, output, cache_read, cache_write_5m or cache_write_1h.'],
      status: ["meter.value ->> 'status'", 'confirmed, or pending: nobody independent agrees yet.'],
      usd_per_mtok: ["(meter.value ->> 'price')::numeric", 'USD per million tokens; null while pending.'],
      agree: ["meter.value -> 'agree'", 'Sources that say so.'],
      disagree: ["meter.value -> 'disagree'", 'Sources that say otherwise.'],
      candidates: ["meter.value -> 'candidates'", 'While pending: who says what.'],
      ...identity,
    },
    from: `from (select distinct on (model, subject, as_of) * ${newestOfEachDay('confirmed-price')}) newest
      cross join lateral json_each(newest.output -> 'meters') meter`,
  },
  {
    name: 'memory_price',
    about: 'Memory prices with their price per gigabyte, the newest answer of each source, part, basis and date.',
    distinctOn: 'subject, as_of',
    columns: {
      source: [part(1), 'Who says so.'],
      part: [part(2), 'The memory part.'],
      basis: [part(3), 'spot, spot_proxy, contract, estimate or statistic. Never one line of a chart.'],
      price: [number('price'), 'In the unit of the row.'],
      unit: ["output ->> 'unit'", 'What one unit of the price is.'],
      usd_per_gb: [number('usdPerGb'), 'USD per gigabyte.'],
      ...identity,
    },
    from: "from pub.run where model = 'memory-unit-price' order by subject, as_of, known_at desc, revision desc",
  },
  {
    name: 'lineage',
    about: 'What each run was computed from: one row for each input.',
    columns: {
      receipt: ['run.receipt', 'The run.'],
      position: ['input.ordinal', 'Among its inputs.'],
      role: ['input.role', 'What the input is to the model.'],
      series_id: ['input.series_id', 'Where it is a price: its series,'],
      observed_at: ['input.observed_at', 'when it was true'],
      recorded_at: ['input.recorded_at', 'and when it became known.'],
      assumption: ['input.assumption', 'Where it is a cited figure: its id in the catalog.'],
      upstream_receipt: ['upstream.receipt::text', 'Where it is the answer of another run: its receipt.'],
    },
    from: `from pub.run join public.run_input input on input.run_id = run.run_id
      left join public.run upstream on upstream.id = input.upstream_id`,
  },
];
