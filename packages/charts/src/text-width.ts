/** How wide text is. The server has no fonts, so it reckons with the widest common system face, DejaVu Sans. */

/** Pixels at a size of 12, by how wide a character is drawn. */
const broad = 7.8;
const slim = 4.4;
const usual = 7.2;

/** How much wider bold characters are. */
export const boldness = 1.18;

const characterWidth = (character: string): number => {
  if (/[A-Z0-9$%+mw−]/.test(character)) return broad;
  return /[fijlrt .,:;'|()]/.test(character) ? slim : usual;
};

/** Pixels a text of 12 px needs. */
export const textWidth = (text: string): number =>
  Array.from(text, characterWidth).reduce((sum, width) => sum + width, 0);

/** Rows that items of these widths fill, laid from left to right and never broken. */
export function rowsFilled(widths: readonly number[], gap: number, available: number): number {
  let rows = widths.length === 0 ? 0 : 1;
  let used = 0;
  for (const width of widths) {
    if (used > 0 && used + width > available) {
      rows++;
      used = 0;
    }
    used += width + gap;
  }
  return rows;
}

/** Text broken between words into rows of at most this width; a word wider than that has a row of its own. */
export function wrap(text: string, available: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && textWidth(longer) <= available) rows.splice(-1, 1, longer);
    else rows.push(word);
  }
  return rows;
}
