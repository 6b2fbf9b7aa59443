/** The tables of a data release, each column with its type, its unit and what it means. */
import type { ReleaseTable } from '@bandgap/db';
import { columns, type Described, type ReleaseColumn } from './release-columns.ts';

export interface TableOfRelease {
  readonly name: ReleaseTable;
  readonly description: string;
  readonly columns: readonly ReleaseColumn[];
}

const receipt: Described = ['text', 'SHA-256 of the question of a run.'];
const observedAt: Described = ['instant', 'When the price was true, or first seen so.'];
const recordedAt: Described = ['instant', 'When it became known.'];
const parserVersion: Described = ['integer', 'Version of the reader of the document.'];
const usdPerGpuHour = 'USD/GPU-hr';
const percent = '%';

/** In the order in which they can be loaded: each after those it refers to. */
export const releaseTables: readonly TableOfRelease[] = [
  {
    name: 'series',
    description: 'What is measured.',
    columns: columns({
      series: ['integer', 'Number of the series within this release.'],
      source: ['text', 'Who says so; sources has its licence.'],
      subject: ['text', 'What is priced.'],
      metric: ['text', 'Which quantity: rental, a meter of a token price, a column of a memory board.'],
      venue: ['text', 'Who sells at this price.'],
      terms: ['text', 'The terms of the price, as JSON. Prices on unlike terms are not comparable.'],
      unit: ['text', 'What one unit of the price is.'],
    }),
  },
  {
    name: 'captures',
    description: 'The documents that were fetched. The bytes of each are in artifacts/<sha256>.gz.',
    columns: columns({
      capture: ['integer', 'Number of the document within this release.'],
      source: ['text', 'The source.'],
      slot: ['instant', 'When it was due.'],
      url: ['text', 'Where it was fetched.'],
      fetched_at: ['instant', 'When it was fetched.'],
      http_status: ['integer', 'What the server answered.'],
      content_type: ['text', 'What the server called it.'],
      etag: ['text', 'Validator of the server.'],
      last_modified: ['text', 'Validator of the server.'],
      sha256: ['text', 'SHA-256 of the bytes.'],
      slot_outcome: ['text', 'fetched, unchanged, unreachable or missed.'],
      slot_origin: ['text', 'schedule, or backfill where somebody had kept the document.'],
    }),
  },
  {
    name: 'readings',
    description: 'What the reader of a source made of each document.',
    columns: columns({
      capture: ['integer', 'The document.'],
      parser_version: parserVersion,
      verdict: ['text', 'accepted, quarantined or unreadable.'],
      reasons: ['text', 'Why it was not accepted, as JSON.'],
      quotes: ['integer', 'Prices in it.'],
      headlines: ['integer', 'Headlines in it.'],
      skips: ['text', 'Rows that were not used, by why, as JSON.'],
      seen: ['text', 'Numbers of the series it quotes, as JSON.'],
      repeats: ['integer', 'The document whose bytes it brought again.'],
      seen_in: ['integer', 'The document whose list of series holds for it too.'],
    }),
  },
  {
    name: 'skips',
    description: 'Rows of documents that were not used, in their own words.',
    columns: columns({
      capture: ['integer', 'The document.'],
      parser_version: parserVersion,
      code: ['text', 'Why it was not used.'],
      text: ['text', 'What was skipped.'],
      rows: ['integer', 'How many rows say so.'],
    }),
  },
  {
    name: 'held',
    description: 'Prices that a believed document quoted and that wait, or waited, to be confirmed.',
    columns: columns({
      series: ['integer', 'The series, which has the unit.'],
      capture: ['integer', 'The document.'],
      parser_version: parserVersion,
      rule: ['text', 'jump or unit-change.'],
      value: ['number', 'The price that was held, in the unit of its series.'],
    }),
  },
  {
    name: 'decisions',
    description: 'What people decided about documents that were not believed, or not all of them.',
    columns: columns({
      capture: ['integer', 'The document.'],
      decision: ['text', 'released or rejected.'],
      author: ['text', 'Who decided.'],
      reason: ['text', 'Why.'],
      decided_at: ['instant', 'From when on it holds.'],
      seen: ['text', 'Of a released document: numbers of the series it quotes, as JSON.'],
    }),
  },
  {
    name: 'rejections',
    description: 'Days of a source that no index uses, from the decision on.',
    columns: columns({
      source: ['text', 'The source.'],
      from_day: ['text', 'The first day.'],
      to_day: ['text', 'The last day.'],
      author: ['text', 'Who decided.'],
      reason: ['text', 'Why.'],
      decided_at: ['instant', 'From when on it holds.'],
    }),
  },
  {
    name: 'observations',
    description: 'Prices, where they changed or were corrected.',
    columns: columns({
      series: ['integer', 'The series, which has the unit.'],
      observed_at: observedAt,
      recorded_at: recordedAt,
      parser_version: parserVersion,
      value: ['number', 'The price, in the unit of its series.'],
      capture: ['integer', 'The document it was read from.'],
      at: ['text', 'Where in the document it stands.'],
    }),
  },
  {
    name: 'headlines',
    description: 'Entries of feeds: titles, links and dates. sources has the terms of each feed.',
    columns: columns({
      source: ['text', 'The feed.'],
      key: ['text', 'The same entry has the same key, however often the feed repeats it.'],
      title: ['text', 'Its title.'],
      url: ['text', 'Its link.'],
      published_at: ['instant', 'When it was published, where the feed says so.'],
      recorded_at: recordedAt,
      capture: ['integer', 'The document it was first read from.'],
      at: ['text', 'Where in the document it stands.'],
      read_by: ['text', 'Versions of the grammar that have read it for signals, as JSON.'],
    }),
  },
  {
    name: 'signals',
    description: 'Changes of memory prices that headlines state.',
    columns: columns({
      source: ['text', 'The feed.'],
      key: ['text', 'The headline.'],
      grammar_version: ['integer', 'Which grammar read it so; the highest that has read the headline counts.'],
      product: ['text', 'What changes its price.'],
      metric: ['text', 'Which price, and compared with when.'],
      period: ['text', 'When.'],
      rule: ['text', 'The rule of the grammar.'],
      low: ['number', 'Least change; missing where none is stated.', percent],
      high: ['number', 'Greatest change; missing where none is stated.', percent],
      bound: ['text', 'How the change is stated, such as range.'],
      status: ['text', 'forecast, actual or revised.'],
      prior_low: ['number', 'Least change that was stated before.', percent],
      prior_high: ['number', 'Greatest change that was stated before.', percent],
      span_start: ['integer', 'Where in the title it stands, in characters.'],
      span_end: ['integer', 'The character after it.'],
    }),
  },
  {
    name: 'runs',
    description: 'What models answered.',
    columns: columns({
      receipt,
      model: ['text', 'The model.'],
      version: ['integer', 'Its version.'],
      subject: ['text', 'What it was asked about.'],
      as_of: ['instant', 'The date the answer is about.'],
      known_at: ['instant', 'Nothing recorded after it was used.'],
      revision: ['integer', 'Counts answers to the same date.'],
      question: ['text', 'The question to the byte, as canonical JSON; its SHA-256 is the receipt.'],
      output: ['text', 'The answer, as JSON.'],
    }),
  },
  {
    name: 'lineage',
    description: 'The inputs of each run.',
    columns: columns({
      receipt,
      position: ['integer', 'Among the inputs of the run.'],
      role: ['text', 'What the input is to the model.'],
      series: ['integer', 'The series, where the input is a price.'],
      observed_at: observedAt,
      recorded_at: recordedAt,
      parser_version: parserVersion,
      assumption: ['text', 'Id of a cited figure of the catalog, where the input is one.'],
      upstream: ['text', 'Receipt of another run, where the input is its answer.'],
    }),
  },
  {
    name: 'index',
    description: 'Daily fixings of the rental indices, the newest revision of each; taken from the runs.',
    columns: columns({
      index: ['text', 'GPU, tenor and segment.'],
      fixing_date: ['text', 'The day.'],
      fixed_at: ['instant', 'When it was fixed.'],
      usd_per_gpu_hour: ['number', 'The index.', usdPerGpuHour],
      low_usd_per_gpu_hour: ['number', 'Lowest with any one owner left out.', usdPerGpuHour],
      high_usd_per_gpu_hour: ['number', 'Highest with any one owner left out.', usdPerGpuHour],
      owners: ['integer', 'Owners that were counted.'],
      confidence: ['text', 'ok, low, degraded or insufficient.'],
      revision: ['integer', 'Counts answers to the same date.'],
      receipt,
    }),
  },
  {
    name: 'events',
    description: 'What is worth telling of prices.',
    columns: columns({
      key: ['text', 'The same event has the same key everywhere.'],
      kind: ['text', 'What happened.'],
      source: ['text', 'Who says so: a source, or a model.'],
      subject: ['text', 'What it is about.'],
      as_of: ['instant', 'From when on it is true.'],
      recorded_at: recordedAt,
      event: ['text', 'The details, as JSON.'],
      retracted: ['boolean', 'Whether later documents no longer support it.'],
    }),
  },
  {
    name: 'alerts',
    description: 'What alert rules told. Of several rows about one instant the highest revision holds.',
    columns: columns({
      rule: ['text', 'The rule.'],
      as_of: ['instant', 'The instant it is about.'],
      from_state: ['text', 'State before.'],
      to_state: ['text', 'State after.'],
      kind: ['text', 'transition, reminder or revised.'],
      value: ['number', 'What was watched, in the unit of the row.'],
      reference: ['number', 'What it was held against, in the unit of the row.'],
      unit: ['text', 'Unit of both.'],
      strong: ['boolean', 'Whether it holds with any one source left out.'],
      since: ['instant', 'When the state that ends or lasts began.'],
      revision: ['integer', 'Counts what was told about the same instant.'],
      receipt,
      reference_receipt: ['text', 'Receipt of the reference.'],
      event_key: ['text', 'The event it tells of.'],
    }),
  },
  {
    name: 'rules',
    description: 'Every version of the alert rules that were made here, beside those that come with Bandgap.',
    columns: columns({
      rule: ['text', 'The rule.'],
      version: ['integer', 'Counts what was made of it; the highest is in force.'],
      definition: [
        'text',
        'What it watches for, and the names of its channels, as JSON; missing where it was withdrawn.',
      ],
      author: ['text', 'Who made it so.'],
      made_at: ['instant', 'When.'],
    }),
  },
  {
    name: 'watches',
    description: 'From when on each alert rule, as it was defined then, tells people what it finds.',
    columns: columns({
      rule: ['text', 'The rule.'],
      definition: ['text', 'SHA-256 of what makes it this rule and no other.'],
      since: ['instant', 'What lies before is written down and told to nobody.'],
    }),
  },
];
