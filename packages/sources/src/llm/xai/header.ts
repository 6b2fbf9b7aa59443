/** xAI's table has a header of two rows, which Markdown cannot say: the second stands as the first row of the body. */
import type { PriceTable } from '../../documents/price-table.ts';

/** The table with both rows joined into one title per column; unchanged where there is one row. */
export function withJoinedHeader(table: PriceTable): PriceTable {
  const [second, ...rows] = table.rows;
  if (second === undefined || second[0]?.text !== '') return table;
  let group = '';
  const header = second.map(({ text }, column) => {
    group = table.header[column] || group;
    return text === '' ? group : `${group} ${text}`;
  });
  return { ...table, header, rows };
}
