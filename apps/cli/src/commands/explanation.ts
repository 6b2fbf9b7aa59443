/** What `--explain` prints: every figure with its basis and source, and the cash flows line by line. */
import { type CashFlows, cashFlows } from '@bandgap/models';
import { columns } from '../print.ts';
import type { Figure, Scenario } from './scenario.ts';

export const figureTable = (figures: readonly Figure[]): string =>
  columns(
    figures.map(({ role, value, unit, basis, source }) => [`  ${role}`, `${rounded(value)} ${unit}`, basis, source]),
  );

/** Enough digits to tell figures apart, none for show. */
export const rounded = (value: number): string => String(Number(value.toPrecision(7)));

/** Costs are positive in their own line and negative in the sum. */
const lines: readonly (readonly [label: string, line: keyof CashFlows])[] = [
  ['capex', 'capex'],
  ['prepayment', 'prepay'],
  ['invoiced', 'invoice'],
  ['credited', 'credit'],
  ['opex', 'opex'],
  ['residual', 'residual'],
  ['tax', 'tax'],
  ['net', 'net'],
];

/** USD per GPU at a rental price; lines that are zero throughout are left out. */
export function cashFlowTable({ project }: Scenario, pricePerGpuHour: number): string {
  const flows = cashFlows(project, pricePerGpuHour);
  const amounts = lines.flatMap(([label, line]) => {
    const values = flows[line];
    return typeof values === 'number' || values.every((value) => value === 0) ? [] : [{ label, values }];
  });
  const period = project.periodsPerYear === 1 ? 'year' : 'period';
  const rows = [
    { label: `  USD per GPU, by ${period}`, values: flows.net.map((_, time) => String(time)) },
    ...amounts.map(({ label, values }) => ({ label: `  ${label}`, values: values.map((value) => value.toFixed(0)) })),
  ];
  const width = Math.max(...rows.flatMap(({ values }) => values.map((value) => value.length)));
  return columns(rows.map(({ label, values }) => [label, ...values.map((value) => value.padStart(width))]));
}

export const explanation = (scenario: Scenario, pricePerGpuHour: number): string =>
  ['', figureTable(scenario.figures), '', cashFlowTable(scenario, pricePerGpuHour), ''].join('\n');
