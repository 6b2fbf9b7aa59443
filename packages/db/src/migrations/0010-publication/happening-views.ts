/** What happened: events, alerts, and how each source is doing. */
import type { DocumentedView } from './documented-view.ts';

/** An event that a model tells names the sources it heard; none of them may be restricted. */
const publishedEvent = `
  exists (select from pub.source) and not exists (select from event_retraction where event_retraction.key = event.key)
  and case when exists (select from pub.source known where known.id = event.source_id)
    then exists (select from pub.source teller where teller.id = event.source_id and teller.publishable)
    else exists (select from public.run where run.model = event.source_id) and not exists (
      select from jsonb_path_query(event.event, '$.**') as named (value)
      join pub.source restricted on not restricted.publishable and named.value = to_jsonb(restricted.id)
    )
  end`;

export const happeningViews: readonly DocumentedView[] = [
  {
    name: 'event',
    about: 'What is worth telling of prices: changes, announcements, models that come and go, sources that disagree.',
    columns: {
      event_key: ['event.key::text', 'The same event has the same key on every machine.'],
      kind: ['event.kind', 'price_changed, model_added, source_disagreement and so on.'],
      source: ['event.source_id', 'Who says so: a source, or the model whose answer changed.'],
      subject: ['event.subject', 'What it is about.'],
      as_of: ['event.as_of', 'From when on it is true.'],
      recorded_at: ['event.recorded_at', 'When the document was fetched that tells it.'],
      details: ['event.event', 'Old and new values, and their terms, as JSON.'],
    },
    from: `from public.event where ${publishedEvent}`,
  },
  {
    name: 'alert',
    about:
      'What alert rules told: transitions, reminders and revisions. Of several rows about one instant, the highest revision holds.',
    columns: {
      rule: ['told.rule_id', 'Which rule.'],
      as_of: ['told.as_of', 'The instant it is about.'],
      from_state: ['told.from_state', 'State before.'],
      to_state: ['told.to_state', 'State after: ok, firing, nodata and so on.'],
      kind: ['told.kind', 'transition, reminder or revised.'],
      value: ['told.value', 'What was watched, in the unit of the row.'],
      reference: ['told.reference', 'What it was held against, in the same unit.'],
      unit: ['told.unit', 'Unit of both.'],
      strong: ['told.strong', 'Whether it holds with any one source left out.'],
      since: ['told.since', 'When the state that ends or lasts began.'],
      revision: ['told.revision', 'Counts what was told about the same instant.'],
      receipt: ['watched.receipt', 'Receipt of the value.'],
      reference_receipt: ['held.receipt', 'Receipt of the reference.'],
      event_key: ['told.event_key::text', 'The event it tells of, in pub.event.'],
    },
    from: `from public.alert_transition told
      left join pub.run watched on watched.run_id = told.run_id
      left join pub.run held on held.run_id = told.reference_run_id
      where (told.run_id is null or watched.run_id is not null)
        and (told.reference_run_id is null or held.run_id is not null)
        and (told.event_key is null or told.event_key in (select event_key from pub.event))
        and (told.value is null or told.unit = 'minutes' or num_nonnulls(told.run_id, told.event_key) > 0)`,
  },
  {
    name: 'source_health',
    about: 'How each source is doing. Counts only; a restricted source shows no price here either.',
    columns: {
      source: ['source.id', 'The source.'],
      publishable: ['source.publishable', 'Whether its prices may be republished.'],
      last_due_at: ['slot.due_at', 'When it was last due.'],
      last_outcome: ['slot.outcome', 'fetched, unchanged, unreachable or missed; null while it is being fetched.'],
      last_fetched_at: ['fetched.fetched_at', 'When a document was last fetched.'],
      last_verdict: ['fetched.verdict', 'What was made of it: accepted, quarantined or unreadable.'],
      quotes: ['fetched.quotes', 'Prices in it.'],
      headlines: ['fetched.headlines', 'Headlines in it.'],
      last_accepted_at: ['accepted.fetched_at', 'When a document was last believed.'],
      age_seconds: ['round(extract(epoch from now() - accepted.fetched_at))', 'Since then.'],
      stale_after_minutes: ['source.stale_after_minutes', 'How old that may be.'],
      is_stale: [
        'accepted.fetched_at + make_interval(mins => source.stale_after_minutes) < now()',
        'Whether it is older; null where nothing was ever believed.',
      ],
    },
    from: `from pub.source
      left join lateral (
        select due_at, outcome from slot where source_id = source.id order by due_at desc limit 1
      ) slot on true
      left join lateral (
        select fetched_at, verdict, quotes, headlines
        from capture left join reading on reading.capture_id = capture.id
        where source_id = source.id order by fetched_at desc, parser_version desc limit 1
      ) fetched on true
      left join lateral (
        select fetched_at from capture join reading on reading.capture_id = capture.id
        where source_id = source.id and verdict = 'accepted' order by fetched_at desc limit 1
      ) accepted on true`,
  },
  {
    name: 'backlog',
    about: 'Work that is owed, and messages that were given up. In a healthy pipeline the first four are near zero.',
    columns: {
      queue: ['owed.queue', 'fetch, normalize, evaluate, deliver; or dead_letter.'],
      items: ['owed.items', 'How many.'],
    },
    from: `from (
      select 'fetch' as queue, count(*) as items from slot where outcome is null
      union all select 'normalize', count(*) from unread
      union all select 'evaluate', count(*) from due
      union all select 'deliver', count(*) from delivery where delivered_at is null and given_up_at is null
      union all select 'dead_letter', count(*) from delivery where given_up_at is not null
    ) owed`,
  },
];
