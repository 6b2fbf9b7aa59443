/** The statements of the Grafana dashboards, with what Grafana would put in for its macros and variables. */
import { filesBelow, textOf } from '../house/files.ts';

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly rawSql: string }[];
}

interface Dashboard {
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
}

const dashboards: readonly Dashboard[] = filesBelow('infra/grafana/dashboards').map((path) => JSON.parse(textOf(path)));

const range = ["'2020-01-01T00:00:00Z'", "'2030-01-01T00:00:00Z'"] as const;

const withMacros = (text: string): string =>
  text
    .replaceAll(/\$__timeFilter\(([^)]+)\)/g, `$1 between ${range[0]} and ${range[1]}`)
    .replaceAll(/\$__timeGroup\(([^,]+), '1d'\)/g, 'floor(extract(epoch from $1) / 86400) * 86400');

type Rows = (text: string) => Promise<readonly Record<string, unknown>[]>;

/** Runs every panel once for each value of its dashboard's variable, and names those that are empty for all of them. */
export async function emptyPanels(rows: Rows): Promise<readonly string[]> {
  const empty: string[] = [];
  for (const { title, panels, templating } of dashboards) {
    const [variable] = templating.list;
    const values = variable === undefined ? [''] : (await rows(variable.query)).flatMap(Object.values);
    for (const panel of panels) {
      for (const { rawSql } of panel.targets) {
        const filled = values.map((value) =>
          withMacros(rawSql).replaceAll(`\${${variable?.name}:sqlstring}`, `'${value}'`),
        );
        let found = 0;
        for (const statement of new Set(filled)) found += (await rows(statement)).length;
        if (found === 0) empty.push(`${title}: ${panel.title}`);
      }
    }
  }
  return empty;
}
