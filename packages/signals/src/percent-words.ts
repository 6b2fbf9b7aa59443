/** How much: ranges, bounds, multiples and "flat". */
import type { Lexeme, Magnitude } from './lexeme.ts';
import type { Bound } from './signal.ts';

const number = String.raw`\d{1,3}(?:,\d{3})*(?:\.\d{1,3})?`;
const percent = String.raw`\s?(?:%|％|percent\b|per cent\b|pct\b)(?![- ]?(?:age[- ])?points?)`;
const sign = String.raw`(?:(?<=^|[\s(:;,，至到])([+\-−]))?`;
const dash = String.raw`\s?[-–—−~～〜∼]\s?[+\-−]?|\sto\s|\s?[至到]\s?`;

const range = new RegExp(`${sign}(?<![\\d.])(${number})(?:${percent})?(?:${dash})(${number})${percent}`, 'gi');
const between = new RegExp(`\\bbetween\\s(${number})(?:${percent})?\\sand\\s(${number})${percent}`, 'gi');
const single = new RegExp(
  `${sign}(?<![\\d.]|(?:low|mid|high|upper)[\\s-])(${number})${percent}(\\+|\\sor\\smore|\\s?左右|\\s?以上)?`,
  'gi',
);
const tenths =
  /([一二兩两三四五六七八九1-9])(?:[至到~～-]([一二兩两三四五六七八九1-9]))?成(?![本長长為为交熟立功品員员])(左右|以上)?/g;
const multiple =
  /\b(?:(at least|more than|over|nearly|almost|to|will|would|could|may|have|has)\s)(?:(doubled?)|(tripled?))\b(?![- ]?(?:digit|data|down|check))|(?<=[将將预預望恐][^,，。]{0,4})翻[倍番]|(?<=[增涨漲升])一倍/gi;
const flat =
  /\b(?:flat(?:tish)?(?![- ]panel)|(?<!\b(?:view|outlook|forecast|estimate|projection|guidance|target)s?\s(?:remains?\s|is\s|was\s|left\s|held\s)?)unchanged)\b|持平|보합/gi;

/** In this order: what does not exceed is no excess. */
const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'lte',
    /(?:\b(?:up to|as much as|as high as|at most|no more than|not (?:to )?exceed|within|a maximum of)|최대|高达|高達|最多|不超过|不超過)\s?$/i,
  ],
  [
    'gt',
    /(?:\b(?:over|more than|exceed(?:s|ed|ing)?|above|in excess of|upwards? of|greater than|surpass(?:es|ing)?)|逾|突破|超过|超過|高于|高於)\s?$/i,
  ],
  ['gte', /(?:\bat least|\bno less than|至少|不低于|不低於|不少于|不少於)\s?$/i],
  ['lt', /(?:\b(?:less than|under|below)|不到|低于|低於)\s?$/i],
  [
    'approx',
    /(?:\b(?:around|about|approximately|approx\.?|roughly|some|nearly|almost|close to|circa)|约|約|近|将近|將近)\s?$/i,
  ],
];

const longestBound = 16;

export function percentWords(text: string): readonly Lexeme[] {
  const ranges = [...text.matchAll(range)].map((match) =>
    magnitude(match, { low: read(match[2]), high: read(match[3]), bound: 'range', ...signOf(match[1]) }),
  );
  const betweens = [...text.matchAll(between)].map((match) =>
    magnitude(match, { low: read(match[1]), high: read(match[2]), bound: 'range' }),
  );
  const singles = [...text.matchAll(single)].map((match) => {
    const bound = boundBefore(text.slice(0, match.index)) ?? trailing(match[3]);
    return magnitude(match, { low: read(match[2]), high: read(match[2]), bound, ...signOf(match[1]) });
  });
  const tens = [...text.matchAll(tenths)].map((match) => {
    const [low, high] = [tenFold(match[1]), tenFold(match[2] ?? match[1])];
    const bound = low < high ? 'range' : (boundBefore(text.slice(0, match.index)) ?? trailing(match[3]));
    return magnitude(match, { low, high, bound });
  });
  const multiples = [...text.matchAll(multiple)].map((match) => {
    const size = match[3] === undefined ? 100 : 200;
    const bound = boundBefore(match[1] === undefined ? text.slice(0, match.index) : `${match[1]} `) ?? 'point';
    return magnitude(match, { low: size, high: size, bound, sign: 1 });
  });
  const flats = [...text.matchAll(flat)].map((match) => magnitude(match, { low: 0, high: 0, bound: 'flat' }));
  return [...ranges, ...betweens, ...singles, ...tens, ...multiples, ...flats];
}

const magnitude = (match: RegExpExecArray, size: Omit<Magnitude, 'kind'>): Lexeme => ({
  kind: 'magnitude',
  ...size,
  start: match.index,
  end: match.index + match[0].length,
});

const boundBefore = (text: string): Bound | undefined => {
  const before = text.slice(-longestBound).replace(/[季年月]?[增涨漲升跌降减減]$/, '');
  return bounds.find(([, words]) => words.test(before))?.[0];
};

const trailing = (words = ''): Bound => (words === '' ? 'point' : words.trim() === '左右' ? 'approx' : 'gte');

/** "六成" are six tenths. */
const tenFold = (digit = ''): number => {
  const place = '一二三四五六七八九'.indexOf(digit.replace(/[兩两]/, '二'));
  return 10 * (place < 0 ? Number(digit) : place + 1);
};

const read = (digits = ''): number => Number(digits.replaceAll(',', ''));

const signOf = (text: string | undefined): { readonly sign?: 1 | -1 } =>
  text === undefined ? {} : { sign: text === '+' ? 1 : -1 };
