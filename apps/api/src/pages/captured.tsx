/** Who captures what lies between floor and ceiling at the rental price of a scenario. */
import { usd } from '@bandgap/charts';
import type { ScenarioFigures } from '@bandgap/views';
import { Chart } from './chart.tsx';
import { onePlace } from './parts.tsx';

interface CapturedProperties extends Pick<ScenarioFigures, 'scenario' | 'captured'> {
  readonly query: string;
  readonly room: 'middle' | 'narrow';
}

export const Captured = ({ scenario, captured: { total, parts }, query, room }: CapturedProperties) => (
  <Chart
    path="/charts/captured"
    query={query}
    room={room}
    alt={`Who captures the spread of ${scenario.subject.name}`}
    data={{
      columns: ['party', '#USD/GPU-hr', '#share'],
      rows: [
        ...parts.map(({ party, perGpuHour, share }) => ({
          heading: party,
          cells: [usd(perGpuHour), share === null ? '' : onePlace(share)],
        })),
        { heading: 'all', cells: [usd(total), ''] },
      ],
    }}
  >
    A loss is one against the hurdle. What the foundry gets of the vendor’s part is printed nowhere.
  </Chart>
);
