/** When: quarters, halves, months and years, with or without a year. */
import type { Instant } from '@bandgap/core';
import type { Lexeme } from './lexeme.ts';
import { addQuarters, nearestMonth, nearestQuarter, type Period, quarterOf } from './period.ts';

const ordinals = ['first', 'second', 'third', 'fourth'];
const chinese = ['一', '二', '三', '四'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

type Reader = (groups: readonly (string | undefined)[], publishedAt: Instant) => Period | undefined;

const quarterIn = (quarter: number, year: string | undefined, publishedAt: Instant): Period =>
  year === undefined ? nearestQuarter(quarter, publishedAt) : { kind: 'quarter', year: fullYear(year), quarter };

const halfIn = (half: number, year: string | undefined, publishedAt: Instant): Period => ({
  kind: 'half',
  half,
  year: year === undefined ? Number(publishedAt.slice(0, 4)) : fullYear(year),
});

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/\b([1-4])Q(?:'|’|\s)?(?:20)?(\d\d)\b/gi, ([q, year], at) => quarterIn(Number(q), year, at)],
  [
    /\bQ([1-4])(?:'|’|\s|,\s|\sof\s|\/|-)?(?:FY)?(20\d\d|\d\d)\b(?!\s?[%-])/gi,
    ([q, year], at) => quarterIn(Number(q), year, at),
  ],
  [
    /(?<=\b(?:in|for|during) the )(first|second|third|fourth)(?=[,.;)]|\sand\b|\sbut\b|$)/gi,
    ([name = ''], at) => quarterIn(ordinals.indexOf(name.toLowerCase()) + 1, undefined, at),
  ],
  [/\b(20\d\d)[\s-]?Q([1-4])\b/gi, ([year, q], at) => quarterIn(Number(q), year, at)],
  [/\b(?:C?Q([1-4])|([1-4])C?Q)(?![\d/])\b/gi, ([a, b], at) => quarterIn(Number(a ?? b), undefined, at)],
  [
    /\b(first|second|third|fourth)[\s-]quarter(?:s)?(?:(?:\sof|,)?\s(20\d\d|this\syear|next\syear|last\syear))?/gi,
    ([name = '', year], at) => quarterIn(ordinals.indexOf(name.toLowerCase()) + 1, yearNamed(year, at), at),
  ],
  [
    /(?:(20\d\d)\s?年\s?)?第?\s?([一二三四1-4])\s?(?:季度?|분기)|(?:(20\d\d)\s?년\s?)?([1-4])\s?분기/g,
    ([year, q = '', koreanYear, korean = q], at) =>
      quarterIn(chinese.includes(korean) ? chinese.indexOf(korean) + 1 : Number(korean), year ?? koreanYear, at),
  ],
  [/\b([12])H(?:'|’|\s)?(?:20)?(\d\d)\b/gi, ([half, year], at) => halfIn(Number(half), year, at)],
  [
    /\b(first|second) half(?: of (20\d\d))?/gi,
    ([name = '', year], at) => halfIn(ordinals.indexOf(name.toLowerCase()) + 1, year, at),
  ],
  [
    /\b(?:early|mid|late|the (?:start|beginning|middle|end) of)[\s-](?:(20\d\d)|(?:this|next|last) year)\b/gi,
    ([year], at) => halfIn(1, year, at),
  ],
  [/[上下]半年/g, (_, at) => halfIn(2, undefined, at)],
  [
    new RegExp(
      `\\b${monthWord}(?:\\s?[-–]\\s?|[-\\s]to[-\\s]|\\sthrough\\s)${monthWord}(?:\\s(20\\d\\d))?(?!\\w)`,
      'gi',
    ),
    ([first, last, year], at) => {
      const [from, to] = [monthNumber(first), monthNumber(last)];
      return to === from + 2 && to % 3 === 0 ? quarterIn(to / 3, year, at) : undefined;
    },
  ],
  [
    new RegExp(
      `(?<=\\b(?:in|for|during|from|over|of|against|versus|to|with)\\s)${monthWord}(?:,?\\s(20\\d\\d))?(?!\\w|\\s\\d)|\\b${monthWord}(?=(?:'s|’s)?\\s(?:[\\w-]+\\s){0,3}(?:contract|fixed|spot|prices?)\\b|\\s\\([+\\-−]?\\d)`,
      'gi',
    ),
    ([dated, year, bare], at) => monthIn(dated ?? bare ?? '', year, at),
  ],
  [/(?<!\d)(1[0-2]|[1-9])\s?(?:月(?:份)?(?![起底初中末\d])|월)/g, ([month], at) => nearestMonth(Number(month), at)],
  [/\b(?:this|the current|current) quarter\b|本季|当季|當季/gi, (_, at) => quarterOf(at)],
  [
    /\b(?:(?:the )?(?:next|coming|following|upcoming)) quarter\b|下季|下一季/gi,
    (_, at) => addQuarters(quarterOf(at), 1),
  ],
  [/\b(?:the )?last quarter\b|上一?季|前一?季/gi, (_, at) => addQuarters(quarterOf(at), -1)],
  [
    /\b(next|this|last) year\b(?!['’])|(明年|今年|去年)/gi,
    ([english, chinese], at) => ({
      kind: 'year',
      year: Number(yearNamed(`${english ?? chinese} year`, at)),
    }),
  ],
  [/(?<![\d.,$])\b(20[12]\d)\b(?!\s?(?:%|年第|年\s?[1-4]))/g, ([year]) => ({ kind: 'year', year: Number(year) })],
];

/** "from the previous quarter", "compared with 4Q25": what the change is measured against. */
const base =
  /\b(?:from|over|versus|vs\.?|than|(?:compared|relative) (?:to|with)|against|than in|flat with|unchanged from)(?:\s(?:the|its|levels? (?:in|of)|(?:US)?\$[\d.,]+ in|the end of))?\s$|(?:较|較|相比|比|持平)$/i;

/** The same in Korean, which says it afterwards. */
const baseAfter = /^\s?(?:대비|보다)/;

/** A rise of 40 % by the second quarter is not one in it. */
const until =
  /\b(?:by|until|till|through|since)(?:\s(?:the\s)?(?:end|middle|close|start|beginning)\sof)?(?:\sthe|\slate|\smid|\searly)?\s$/i;

export function periodWords(text: string, publishedAt: Instant): readonly Lexeme[] {
  const spoken = readers.flatMap(([words, read]) =>
    [...text.matchAll(words)].flatMap((match) => {
      const period = read(match.slice(1), publishedAt);
      return period === undefined ? [] : [lexemeOf(period, match, text)];
    }),
  );
  return [...spoken, ...quartersBefore(spoken, text, publishedAt)];
}

function lexemeOf(period: Period, match: RegExpExecArray, text: string): Lexeme {
  const place = { start: match.index, end: match.index + match[0].length };
  const before = text.slice(Math.max(0, place.start - 24), place.start);
  if (until.test(before)) return { kind: 'span', ...place };
  const isBase = base.test(before) || baseAfter.test(text.slice(place.end, place.end + 4));
  return { kind: 'period', period, isBase, ...place };
}

/** "An over 20% rally in the prior quarter": prior to the one spoken of, or else to that of publication. */
function quartersBefore(spoken: readonly Lexeme[], text: string, publishedAt: Instant): readonly Lexeme[] {
  const quarters = spoken
    .flatMap((lexeme) =>
      lexeme.kind === 'period' && lexeme.period.kind === 'quarter' && !lexeme.isBase
        ? [{ quarter: lexeme.period, start: lexeme.start }]
        : [],
    )
    .toSorted((a, b) => a.start - b.start);
  return [...text.matchAll(/\b(?:the )?(?:previous|prior|preceding) quarter\b/gi)].map((match) => {
    const last = quarters.findLast(({ start }) => start < match.index)?.quarter;
    return lexemeOf(addQuarters(last ?? quarterOf(publishedAt), -1), match, text);
  });
}

/** The verbs "may" and "march" are no months. */
function monthIn(name: string, year: string | undefined, publishedAt: Instant): Period | undefined {
  const month = monthNumber(name);
  if (/^[a-z]/.test(name)) return undefined;
  return year === undefined ? nearestMonth(month, publishedAt) : { kind: 'month', year: Number(year), month };
}

const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const fullYear = (digits: string): number => Number(digits.length === 2 ? `20${digits}` : digits);

function yearNamed(name: string | undefined, publishedAt: Instant): string | undefined {
  if (name === undefined || /^\d/.test(name)) return name;
  const offset = /^(?:next|明)/i.test(name) ? 1 : /^(?:last|去)/i.test(name) ? -1 : 0;
  return String(Number(publishedAt.slice(0, 4)) + offset);
}
