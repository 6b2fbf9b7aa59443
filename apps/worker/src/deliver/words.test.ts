/** Words of others stay words, and fit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asHtml, asMarkdown, disarmed, fitted } from './words.ts';

test.each([
  ['@everyone', '@\u200beveryone'],
  ['see https://evil.example/x', 'see https:\u200b//evil.\u200bexample/x'],
  ['two\nlines\u2028and\u0000more', 'two lines and more'],
  ['\u202Etxet desrever', 'txet desrever'],
  ['gpt-4.1 at 1.84 USD', 'gpt-4.1 at 1.84 USD'],
])('%j is shown as %j', (given, shown) => {
  expect(disarmed(given)).toBe(shown);
});

test('nothing that pings or links is left of any text', () => {
  const pieces = fc.constantFrom(
    '@',
    'here',
    'channel',
    'http',
    's',
    '://',
    'evil',
    '.',
    'com',
    '\u200b',
    '\u202e',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      expect(disarmed(parts.join(''))).not.toMatch(/@\w|:\/\/|\.com|[\n\u202e]/);
    }),
  );
});

test.each([
  ['as it is', (character: string) => character],
  ['as HTML', asHtml],
  ['as Markdown', asMarkdown],
])('%s, a text never exceeds its limit, and is cut only where it must be', (_, escaped) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const whole = [...text].map(escaped).join('');
      const shown = fitted(text, limit, escaped);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown).toBe(whole.length <= limit ? whole : shown);
      if (whole.length > limit) expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
    }),
  );
});

test('what Markdown would read as a sign is a character', () => {
  expect([...'*a* _b_ [c](d) <@1> `e` # ||f||'].map(asMarkdown).join('')).toBe(
    '\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\<@1\\> \\`e\\` \\# \\|\\|f\\|\\|',
  );
});
