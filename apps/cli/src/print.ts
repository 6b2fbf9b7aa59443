/** What the command line prints: columns for people, JSON for programs. */

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** Rows as text in columns two spaces apart; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  '),
    )
    .join('\n');
}

/** A receipt as people quote it; any command takes these first characters. */
export const shortReceipt = (receipt: string): string => receipt.slice(0, 12);
