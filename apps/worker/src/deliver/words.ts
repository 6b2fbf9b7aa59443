/** Words of others, made safe to show: they cannot ping, link, or break out of their line. */

/** A zero-width space: nobody sees it, and no chat finds a name or an address across it. */
const gap = '\u200b';

/** Control characters and the marks that reorder text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** One line, in which `@everyone`, `https://…` and `example.com` are words and nothing else. */
export const disarmed = (text: string): string =>
  text
    .replaceAll(unprintable, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('@', `@${gap}`)
    .replaceAll('://', `:${gap}//`)
    .replaceAll(/\.(?=\p{L}{2})/gu, `.${gap}`);

type Escape = (character: string) => string;

/** As much of a text as a platform takes, counted after escaping; what is cut ends in an ellipsis. */
export function fitted(text: string, limit: number, escaped: Escape = (character) => character): string {
  let fits = '';
  let whole = '';
  for (const character of text) {
    whole += escaped(character);
    if (whole.length > limit) return `${fits}…`;
    if (whole.length < limit) fits = whole;
  }
  return whole;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For HTML, and for what Slack makes of it. */
export const asHtml: Escape = (character) => entities[character] ?? character;

/** For CommonMark and its relatives, where a backslash makes punctuation mean itself. */
export const asMarkdown: Escape = (character) => (/[\\*_~`|<>#[\]():!]/.test(character) ? `\\${character}` : character);
