/** The chart of a memory part, with labels that leave room for the prices. */
import type { MemoryChart } from '@bandgap/charts';
import { type MemoryPartHistory, memoryPartChart } from '@bandgap/views';

/** Each line by the id of its source; the table beside the chart has the names. Undefined where nobody quotes the part. */
export function partChart(history: MemoryPartHistory): MemoryChart | undefined {
  const chart = memoryPartChart(history);
  if (chart === undefined) return undefined;
  const shortOf = (label: string): string => {
    const line = history.lines.find(({ sourceName }) => label.startsWith(`${sourceName}, `));
    return line === undefined ? label : label.replace(line.sourceName, line.source);
  };
  return { ...chart, prices: chart.prices.map((price) => ({ ...price, label: shortOf(price.label) })) };
}
