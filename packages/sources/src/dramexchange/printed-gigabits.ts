/** The size of a memory chip as its label prints it. Upper and lower case differ: Gb is a gigabit, GB a gigabyte. */

export interface PrintedGigabits {
  readonly density?: number;
  readonly organisation?: number;
}

const gigabitsOf: Readonly<Record<string, number>> = { G: 1, M: 1 / 1024 };

/** `DDR5 16Gb (2Gx8)`: 16 by density, 2 G words of 8 bits by organisation. `SLC 2Gb 256MBx8` writes its words as MB. */
export function printedGigabits(label: string): PrintedGigabits {
  const [, density] = /(?:^|\s)(\d+)Gb(?=\s|$)/.exec(label) ?? [];
  const [, words, prefix = '', width] = /(?:^|[\s(])(\d+)([GM])B?x(\d+)(?=[\s)]|$)/.exec(label) ?? [];
  return {
    ...(density !== undefined && { density: Number(density) }),
    ...(words !== undefined && { organisation: Number(words) * (gigabitsOf[prefix] ?? 0) * Number(width) }),
  };
}
