/** One rule: where it stands, what it would have told over all that is stored, what it told and to whom, and how to silence it. */
import type { Change } from '@bandgap/alerts';
import type { AlertHistory } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { alertData } from './alert-data.ts';
import { AcknowledgeForm, SilenceForm } from './alert-forms.tsx';
import { Silences } from './alert-silences.tsx';
import { ToldTable } from './alert-told.tsx';
import { figureWords, ruleAddress, State, toWords } from './alert-words.tsx';
import { EventTable } from './changes-table.tsx';
import { Chart } from './chart.tsx';
import { Day, Head, Minute, Restricted, Table } from './parts.tsx';

export const alertRulePage: Page<AlertHistory> = {
  path: '/alerts/:rule/:source?',
  load: (readers, { rule = '', source }) => readers.alertHistory(source === undefined ? rule : `${rule}/${source}`),
  view: (rule) => ({ title: rule.title, body: <Rule {...rule} /> }),
  missing: 'There is no such rule in force; those there are stand under /alerts.',
};

const Rule = (rule: AlertHistory) => {
  const { id, title, words, subject, standing, silences, toldBefore, publishable } = rule;
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {words}. <Restricted publishable={publishable} />
      </p>
      <p>
        <State standing={standing} subject={subject} /> <Now {...rule} />
      </p>
      <h2>Silence</h2>
      <Silences silences={silences} />
      {standing?.told === 'firing' ? <AcknowledgeForm rule={id} /> : null}
      <SilenceForm rule={id} />
      <h2>Would have fired</h2>
      <Replay {...rule} />
      <h2>What was told, and to whom</h2>
      <ToldTable told={toldBefore} />
    </>
  );
};

const Now = ({ standing }: AlertHistory) =>
  standing === undefined ? null : (
    <>
      {standing.since === null ? '' : 'since '}
      {standing.since === null ? null : <Day at={standing.since} />}
      {standing.since === null ? '' : ': '}
      {figureWords(standing.value, standing.unit)} against {figureWords(standing.reference, standing.unit)} on{' '}
      <Minute at={standing.asOf} />
    </>
  );

const Replay = ({ id, chart, judged, wouldTell, events, subject, publishable }: AlertHistory) => {
  if (subject.kind === 'events')
    return events.length === 0 ? (
      <p>Nothing that is stored would have been told.</p>
    ) : (
      <EventTable label="Events that would have been told" events={events} />
    );
  if (judged === null) return <p>There is nothing to judge it on yet.</p>;
  return (
    <>
      <p>
        Judged on {judged.samples} figures from <Day at={judged.first} /> to <Day at={judged.last} />, each as it was
        first known. <code>bandgap alerts replay {id}</code> says the same.
      </p>
      {chart === undefined ? null : (
        <Chart
          path={`/charts${ruleAddress(id)}`}
          alt="What the rule watched, with what it would have told"
          publishable={publishable}
          data={alertData(chart)}
        />
      )}
      {wouldTell.length === 0 ? (
        <p>Nothing would have been told.</p>
      ) : (
        <Table label="What would have been told">
          <Head columns={['as of', 'what', '#value', '#against', 'since']} />
          <tbody>
            {wouldTell.toReversed().map((change) => (
              <ChangeRow {...change} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
};

const ChangeRow = ({ kind, to, strong, since, sample: { asOf, value, reference, unit } }: Change) => (
  <tr>
    <td>
      <Day at={asOf} />
    </td>
    <td>
      {kind === 'reminder' ? 'still fires' : (toWords[to] ?? to)}
      {strong ? ', whichever single source is left out' : ''}
    </td>
    <td class="number">{figureWords(value, unit)}</td>
    <td class="number">{figureWords(reference, unit)}</td>
    <td>
      <Day at={since} />
    </td>
  </tr>
);
