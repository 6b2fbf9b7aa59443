/** Text from outside, made safe to give to ECharts and to print as XML. */

/** What XML 1.0 cannot carry even when escaped: control characters, lone surrogates, U+FFFE and U+FFFF. */
export const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Has no width, and is taken out again once the chart is drawn. */
export const wordJoiner = '\u2060';

/** One line of text that any XML reader accepts. */
export const oneLine = (text: string): string => text.replace(notXml, '').replace(/\s+/g, ' ').trim();

/**
 * ECharts caches the width of each row of text under the text itself, in a plain object. A row that reads `__proto__`
 * or `constructor` would change the prototype of every object in the process, so such words get one more character.
 */
const unlikeMember = (word: string): string => (word in Object.prototype ? word + wordJoiner : word);

/** One line of text, safe to draw; rows are broken between its words only. */
export const drawable = (text: string): string => oneLine(text).split(' ').map(unlikeMember).join(' ');
