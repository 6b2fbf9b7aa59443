/** Every rule in words and where it stands, what was told of late and to whom, and what is silenced. */
import type { Alerts, RuleStanding } from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { SilenceForm } from './alert-forms.tsx';
import { Silences } from './alert-silences.tsx';
import { ToldTable } from './alert-told.tsx';
import { figureWords, ruleAddress, State } from './alert-words.tsx';
import { Day, Head, Table } from './parts.tsx';

export const alertsPage: Page<Alerts> = {
  path: '/alerts',
  load: (readers) => readers.alerts(),
  view: (alerts) => ({ title: 'Alerts', body: <AlertsBody {...alerts} /> }),
  missing: 'There are no rules.',
};

const AlertsBody = ({ rules, told, silences, refused }: Alerts) => {
  const aboutSources = rules.filter(({ subject }) => subject.kind === 'source');
  const others = rules.filter(({ subject }) => subject.kind !== 'source');
  const silent = aboutSources.filter(({ standing }) => standing?.state !== 'ok');
  const well = aboutSources.filter(({ standing }) => standing?.state === 'ok');
  return (
    <>
      <h1>Alerts</h1>
      <p class="lead">
        Rules are judged on figures as they are fixed, over all of history each time; a rule that is silenced is judged
        all the same. They come with Bandgap, from the file that BANDGAP_RULES names, and from{' '}
        <code>bandgap alerts add</code>.
      </p>
      {refused.map(({ id, reason }) => (
        <p class="firing">
          Rule {id} is not in force: {reason}
        </p>
      ))}
      <h2>Rules</h2>
      {others.length === 0 ? <p>No rule is in force.</p> : <Rules label="Rules" rules={others} />}
      <h2>Sources that fall silent</h2>
      {aboutSources.length === 0 ? <p>No source is watched yet.</p> : null}
      {silent.length === 0 ? null : <Rules label="Silent sources" rules={silent} />}
      {well.length === 0 ? null : (
        <details class="data">
          <summary>{well.length} sources that are well</summary>
          <Rules label="Sources that are well" rules={well} />
        </details>
      )}
      <h2>Silence</h2>
      <Silences silences={silences} />
      <SilenceForm rule="*" />
      <h2>What was told, and to whom</h2>
      <ToldTable told={told} />
    </>
  );
};

const Rules = ({ label, rules }: { readonly label: string; readonly rules: readonly RuleStanding[] }) => (
  <Table label={label}>
    <Head columns={['rule', 'state', '#now', '#against', 'as of', 'since']} />
    <tbody>
      {rules.map(({ id, title, words, subject, standing }) => (
        <tr>
          <th scope="row">
            <a href={ruleAddress(id)}>{title}</a>
            <small>{words}</small>
          </th>
          <td>
            <State standing={standing} subject={subject} />
          </td>
          <td class="number">{standing === undefined ? '' : figureWords(standing.value, standing.unit)}</td>
          <td class="number">{standing === undefined ? '' : figureWords(standing.reference, standing.unit)}</td>
          <td>{standing === undefined ? '' : <Day at={standing.asOf} />}</td>
          <td>{standing?.since == null ? '' : <Day at={standing.since} />}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);
