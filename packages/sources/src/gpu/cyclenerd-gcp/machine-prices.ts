/** The machines in the price file of the Google Cloud Pricing Cost Calculator, read line by line: it is YAML of one fixed form. */
import { SourceChanged } from '@bandgap/core';

export interface MachinePrices {
  readonly machine: string;
  /** `a100: 8`, `cpu: 96`, as the file has them. */
  readonly parts: ReadonlyMap<string, number>;
  readonly regions: readonly RegionPrices[];
}

export interface RegionPrices {
  readonly region: string;
  /** `hour`, `hour_spot`, `month_1y`, `month_3y` and others, in USD for the whole machine. */
  readonly prices: ReadonlyMap<string, number>;
}

const pair = /^( *)([a-z0-9_-]+):(?: (.*))?$/;

/** Throws SourceChanged unless the section `compute: instance:` is there and another follows it. */
export function machinePrices(yaml: string): readonly MachinePrices[] {
  const [, section] = /\ncompute:\n {2}instance:\n(.*?)\n {2}[a-z]+:\n/s.exec(yaml) ?? [];
  if (section === undefined) throw new SourceChanged('expected compute: instance: and a section after it, found none');
  return blocks(section.split('\n'), 4).map(([machine, lines]) => ({
    machine,
    parts: numbers(lines.filter((line) => pair.exec(line)?.[1]?.length === 6)),
    regions: blocks(lines, 8).map(([region, prices]) => ({ region, prices: numbers(prices) })),
  }));
}

/** The blocks that begin with a name at this indentation, each with the lines indented further. */
function blocks(
  lines: readonly string[],
  indent: number,
): readonly (readonly [name: string, lines: readonly string[]])[] {
  const found: (readonly [string, string[]])[] = [];
  for (const line of lines) {
    const [, spaces = '', name = '', value] = pair.exec(line) ?? [];
    if (spaces.length === indent && value === undefined) found.push([name, []]);
    else if (spaces.length > indent) found.at(-1)?.[1].push(line);
  }
  return found;
}

const numbers = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap((line): readonly (readonly [string, number])[] => {
      const [, , name = '', value] = pair.exec(line) ?? [];
      return value === undefined || Number.isNaN(Number(value)) ? [] : [[name, Number(value)]];
    }),
  );
