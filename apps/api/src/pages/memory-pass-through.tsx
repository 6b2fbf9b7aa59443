/** How far the price of memory moves the floor: per dollar, at printed costs, and at the proxy as sources had it. */
import { usd } from '@bandgap/charts';
import type { PassThroughView, ProxySeries } from '@bandgap/views';
import { basisWords } from './memory-words.ts';
import { Day, Head, onePlace, Price, Restricted, Table } from './parts.tsx';

export const PassThrough = ({ passThroughs }: { readonly passThroughs: readonly PassThroughView[] }) => (
  <>
    {passThroughs.length === 0 ? <p>No system is followed.</p> : null}
    {passThroughs.map((view) => (
      <Scenario {...view} />
    ))}
  </>
);

const Scenario = ({ label, atCost, atProxy }: PassThroughView) => {
  const [assumed] = atCost;
  return (
    <>
      <h3>{label}</h3>
      {assumed === undefined ? null : (
        <p>
          Each dollar more per gigabyte that memory costs its buyer raises the floor by{' '}
          <strong>{usd(assumed.floorPerDollarPerGb)}</strong> per GPU-hour.
        </p>
      )}
      <Table label={`Floor by the cost of memory: ${label}`}>
        <Head
          columns={[
            'memory at',
            '#cost, USD/GB',
            '#share of system',
            '#system, USD/GPU',
            '#capex, USD/W',
            '#floor, USD/GPU-hr',
            'as of',
          ]}
        />
        <tbody>
          {atCost.map((at) => (
            <tr>
              <th scope="row">{at === assumed ? 'what the floor assumes' : 'a cost printed in public'}</th>
              <td class="number">{usd(at.costPerGb)}</td>
              <td class="number">{at.memoryShareOfSystem == null ? '' : onePlace(at.memoryShareOfSystem)}</td>
              <td class="number">{usd(at.systemPricePerGpu)}</td>
              <td class="number">{at.capexPerWatt == null ? '' : usd(at.capexPerWatt)}</td>
              <td class="number">
                <strong>{usd(at.floorPricePerGpuHour)}</strong>
              </td>
              <td />
            </tr>
          ))}
          {atProxy.map((series) => (
            <ProxyRow {...series} />
          ))}
        </tbody>
      </Table>
      {atProxy.length === 0 ? <p>No source has quoted the proxy yet.</p> : null}
    </>
  );
};

const ProxyRow = ({ sourceName, part, basis, points }: ProxySeries) => {
  const point = points.at(-1);
  return point === undefined ? null : (
    <tr>
      <th scope="row">
        <a href={`/memory/${part}`}>LPDDR5X</a>, {basisWords[basis]}, {sourceName}{' '}
        <Restricted publishable={point.publishable} />
        <small>{points.length === 1 ? 'one quote so far' : `the newest of ${points.length} quotes`}</small>
      </th>
      <td class="number">{usd(point.costPerGb)}</td>
      <td class="number">{point.memoryShareOfSystem === null ? '' : onePlace(point.memoryShareOfSystem)}</td>
      <td class="number">{usd(point.systemPricePerGpu)}</td>
      <td class="number">{point.capexPerWatt === null ? '' : usd(point.capexPerWatt)}</td>
      <td class="number">
        <Price value={point.floorPricePerGpuHour} receipt={point.receipt} />
      </td>
      <td>
        <Day at={point.asOf} />
      </td>
    </tr>
  );
};
