/** What the models stand on and how far they can be trusted: floors by date, published figures beside ours, sensitivity. */
import { type FloorProject, floorSets } from '@bandgap/catalog';
import { usd } from '@bandgap/charts';
import { type AnchorResult, anchorCheck } from '@bandgap/models';
import {
  changesBetweenSets,
  fanInput,
  modelledSystem,
  numberText,
  type SetChanges,
  systemsWithoutFloor,
  tornadoInput,
} from '@bandgap/views';
import type { Page } from '../serve/page.tsx';
import { Cited, Day, Head, onePlace, Table, words } from './parts.tsx';
import { Fan, Tornado } from './sensitivity.tsx';

interface Models {
  readonly anchors: readonly AnchorResult[];
}

export const modelsPage: Page<Models> = {
  path: '/models',
  load: async () => ({ anchors: anchorCheck() }),
  view: (models) => ({ title: 'Models', body: <ModelsBody {...models} /> }),
  missing: 'There are no models.',
};

const [publishedSet] = floorSets;
const published = publishedSet?.projects.find(({ system }) => system === 'vr-nvl72');

const ModelsBody = ({ anchors }: Models) => {
  const fan = published && fanInput(published);
  return (
    <>
      <h1>Models</h1>
      <p class="lead">
        What nobody quotes daily is assumed, and every assumption is a row with a source. A model that reproduces a
        published figure because it was fitted to it says so.
      </p>
      <h2>Floors by date of figures</h2>
      <Floors />
      <h2>Published figures beside ours</h2>
      <Anchors anchors={anchors} />
      <h2>What changed between the sets</h2>
      {changesBetweenSets.map((changes) => (
        <Changes {...changes} />
      ))}
      {published === undefined ? null : (
        <>
          <h2>What moves the floor</h2>
          <Tornado floorProject={published} chart={tornadoInput(published)} />
        </>
      )}
      {published === undefined || fan === undefined ? null : (
        <>
          <h2>How sure the floor is</h2>
          <Fan floorProject={published} chart={fan} />
        </>
      )}
      <h2>Systems without a floor</h2>
      <Table label="Systems without a floor">
        <Head columns={['system', 'what is not public']} />
        <tbody>
          {systemsWithoutFloor.map(({ name, unknown }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{unknown.length === 0 ? 'no set of figures' : unknown.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
};

const Floors = () => (
  <Table label="Floors by date of figures">
    <Head columns={['system and contract', '#floor, USD/GPU-hr', '#cash floor', '#capex, USD/GPU', '#hurdle IRR']} />
    {floorSets.map(({ asOf, title, projects }) => (
      <tbody>
        <tr>
          <th class="group" scope="rowgroup" colspan={5}>
            <Day at={asOf} />: {title}
          </th>
        </tr>
        {projects.map((project) => (
          <FloorRow floorProject={project} />
        ))}
      </tbody>
    ))}
  </Table>
);

const FloorRow = ({ floorProject }: { readonly floorProject: FloorProject }) => {
  const { floorPricePerGpuHour, cashFloorPricePerGpuHour, project, hurdleIrr } = modelledSystem(floorProject);
  const { system, asOf, label } = floorProject;
  return (
    <tr>
      <th scope="row">
        <a href={`/models/${system}?set=${asOf}`}>{label}</a>
      </th>
      <td class="number">
        <strong>{usd(floorPricePerGpuHour)}</strong>
      </td>
      <td class="number">{usd(cashFloorPricePerGpuHour)}</td>
      <td class="number">{usd(project.capexPerGpu)}</td>
      <td class="number">{onePlace(hurdleIrr)}</td>
    </tr>
  );
};

const Anchors = ({ anchors }: Models) => {
  const off = anchors.filter(({ holds }) => !holds).length;
  return (
    <>
      <p>
        {anchors.length - off} of {anchors.length} hold. <em>Computed</em> follows from other published figures and is a
        test; <em>calibrated</em> was chosen to fit; <em>given</em> goes in as it is; <em>own</em> is printed nowhere
        and kept against drift.
      </p>
      <Table label="Published figures beside ours">
        <Head columns={['', 'figure', '#theirs', '#ours', '#within', 'unit', 'match', 'source']} />
        <tbody>
          {anchors.map(({ holds, what, published: theirs, ours, within, unit, basis, source, url, note }) => (
            <tr>
              <td>
                <span class={holds ? 'state holds' : 'state quarantined'}>{holds ? 'holds' : 'off'}</span>
              </td>
              <th scope="row">
                {what}
                {note === undefined ? null : <small>{note}</small>}
              </th>
              <td class="number">{numberText(theirs)}</td>
              <td class="number">{numberText(Number(ours.toPrecision(5)))}</td>
              <td class="number">{numberText(within)}</td>
              <td>{unit}</td>
              <td>{basis}</td>
              <td>
                <Cited source={source} url={url} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
};

const Changes = ({ from, to, systems }: SetChanges) => (
  <Table label={`From ${from} to ${to}`}>
    <Head columns={['figure', `#${from}`, `#${to}`, 'unit', 'source of the newer']} />
    {systems.map(({ name, changes }) => (
      <tbody>
        <tr>
          <th class="group" scope="rowgroup" colspan={5}>
            {name}
          </th>
        </tr>
        {changes.map(({ role, before, after }) => (
          <tr>
            <th scope="row">{words(role)}</th>
            <td class="number">{before === undefined ? 'not used' : numberText(before.value)}</td>
            <td class="number">{after === undefined ? 'not used' : numberText(after.value)}</td>
            <td>{(after ?? before)?.unit}</td>
            <td>{after === undefined ? '' : <Cited source={after.source} url={after.url} />}</td>
          </tr>
        ))}
      </tbody>
    ))}
  </Table>
);
