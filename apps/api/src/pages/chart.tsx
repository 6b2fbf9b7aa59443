/** A chart as a figure: a picture drawn for the width of the screen, what it says in words, and the table behind it. */
import { middle, narrow, wide } from '@bandgap/charts';
import type { Child } from 'hono/jsx';
import { Head, Restricted, Table } from './parts.tsx';

export interface TableRow {
  /** Place on the horizontal axis of the drawing, where the row is a point of it. */
  readonly x?: number;
  readonly heading: Child;
  readonly cells: readonly Cell[];
}

/** A text, or a value with its place on the vertical axis. */
export type Cell = string | { readonly y: number; readonly text: string };

export interface DataBehind {
  /** A name that starts with `#` heads a column of numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

interface ChartProperties {
  /** Without the size: `/charts/one-chart`. */
  readonly path: string;
  /** What the address says after the question mark. */
  readonly query?: string;
  readonly alt: string;
  readonly publishable?: boolean;
  /** Drawn for a column narrower than the page. */
  readonly room?: 'wide' | 'middle' | 'narrow';
  readonly data?: DataBehind;
  readonly children?: Child;
}

const sizes = { wide, middle, narrow } as const;

export const Chart = (properties: ChartProperties) => {
  const { path, query = '', alt, publishable = true, room = 'wide', data, children } = properties;
  const address = (name: string, kind: string) => `${path}/${name}.${kind}${query === '' ? '' : `?${query}`}`;
  const size = sizes[room];
  const isReadable = data?.rows.some(({ x }) => x !== undefined) ?? false;
  return (
    <figure>
      <div class="plot" {...(isReadable ? { 'data-plot': alt } : {})}>
        <picture>
          <source
            media="(max-width: 640px)"
            srcset={address('narrow', 'svg')}
            width={narrow.width}
            height={narrow.height}
          />
          <img src={address(room, 'svg')} width={size.width} height={size.height} alt={alt} decoding="sync" />
        </picture>
      </div>
      <figcaption>
        {children}{' '}
        {publishable ? (
          <span class="formats">
            <a href={address('wide', 'svg')}>SVG</a> <a href={address('wide', 'png')}>PNG</a>
          </span>
        ) : (
          <Restricted publishable={publishable} />
        )}
      </figcaption>
      {data === undefined ? null : <DataTable label={alt} data={data} />}
    </figure>
  );
};

const DataTable = ({ label, data: { columns, rows } }: { readonly label: string; readonly data: DataBehind }) => (
  <details class="data">
    <summary>Figures behind the chart</summary>
    <Table label={`Figures: ${label}`}>
      <Head columns={columns} />
      <tbody>
        {rows.map(({ x, heading, cells }) => (
          <tr {...(x === undefined ? {} : { 'data-x': x })}>
            <th scope="row">{heading}</th>
            {cells.map((cell) =>
              typeof cell === 'string' ? (
                <td class="number">{cell}</td>
              ) : (
                <td class="number" data-y={cell.y}>
                  {cell.text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  </details>
);
