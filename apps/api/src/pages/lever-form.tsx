/** The assumptions of a scenario as boxes to type in; scripts put a slider beside each. */

import { publishedSet } from '@bandgap/catalog';
import { isMoved, type MovedLever, numberText, type Scenario } from '@bandgap/views';
import { Cited } from './parts.tsx';

export const LeverForm = ({ scenario }: { readonly scenario: Scenario }) => {
  const { project, set } = scenario.subject;
  return (
    <form action="/one-chart" method="get" class="levers" data-live="answers" aria-label="Assumptions">
      {project.system === 'vr-nvl72' ? null : <input type="hidden" name="system" value={project.system} />}
      {set === publishedSet ? null : <input type="hidden" name="set" value={set} />}
      {scenario.levers.map((lever) => (
        <LeverBox {...lever} />
      ))}
      <p class="buttons">
        <button type="submit">Solve</button>
        <a href={`/one-chart?system=${project.system}&set=${set}`}>Back to the published figures</a>
      </p>
    </form>
  );
};

const LeverBox = (lever: MovedLever) => {
  const { id, label, unit, min, max, step, initial, value, exact, origin } = lever;
  const shown = value === exact ? initial : value;
  return (
    <div class={isMoved(lever) ? 'lever moved' : 'lever'}>
      <label for={`lever-${id}`}>{label}</label>
      <span class="box">
        <input
          id={`lever-${id}`}
          name={id}
          type="number"
          inputmode="decimal"
          min={min}
          max={max}
          step={id === 'termYears' ? 1 : 'any'}
          value={String(shown)}
          data-initial={String(initial)}
          data-step={String(step)}
          aria-describedby={`origin-${id}`}
        />{' '}
        <span class="unit">{unit}</span>
      </span>
      <p id={`origin-${id}`} class="aside">
        {numberText(initial)} is {origin.basis}: <Cited source={origin.source} url={origin.url} />
      </p>
    </div>
  );
};
