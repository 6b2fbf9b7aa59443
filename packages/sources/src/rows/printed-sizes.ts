/** The sizes in the label of a memory product. Upper and lower case differ: Gb is a gigabit, GB a gigabyte of eight. */

const gigabitsOf: Readonly<Record<string, number>> = { M: 1 / 1024, G: 1, T: 1024, Gb: 1, Tb: 1024, GB: 8, TB: 8192 };

/**
 * In gigabits, in the order printed. `DDR5 16Gb (2Gx8)` states 16 twice: by density, and as 2 G words of 8 bits.
 * `SLC 2Gb 256MBx8` writes its words as MB.
 */
export function printedSizes(label: string): readonly number[] {
  const sizes = label.matchAll(/(?<=^|[\s(])(\d+)(?:(Gb|Tb|GB|TB)|([MGT])B?x(\d+))(?=[\s)\d]|$)/g);
  return [...sizes].map(
    ([, count, unit = '', words = '', width = '1']) => Number(count) * (gigabitsOf[unit || words] ?? 0) * Number(width),
  );
}
