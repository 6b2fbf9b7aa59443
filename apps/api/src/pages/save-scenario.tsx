/** A scenario is its address: how to keep it, name it and hold it against others. */
import { longestScenarioName, type Scenario, scenarioQuery, scenarioSubject } from '@bandgap/views';

export const SaveScenario = ({ scenario }: { readonly scenario: Scenario }) => {
  const query = scenarioQuery(scenario);
  const { project, set } = scenario.subject;
  const subject = scenarioSubject(project.system, set);
  const published = scenarioQuery({ subject, name: 'Published figures', levers: [] });
  return (
    <section class="save" aria-label="Save as scenario">
      <h2>Save as scenario</h2>
      <p>
        Every state of this page has an address of its own:{' '}
        <a href={`/one-chart${query === '' ? '' : `?${query}`}`}>this one</a>. Give it a name, and hold it against the
        published figures or any other scenario.
      </p>
      <form action="/scenarios" method="get">
        <input type="hidden" name="of" value={published} />
        <input type="hidden" name="name" value="" />
        <input type="hidden" name="of" value={query} />
        <label for="scenario-name">Name</label>
        <input
          id="scenario-name"
          name="name"
          type="text"
          maxlength={longestScenarioName}
          value={scenario.name}
          placeholder="Systems 40 % dearer"
        />
        <button type="submit">Save and compare</button>
      </form>
    </section>
  );
};
