/** The months and zones in feed dates. */

/** By the first letters, in English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Russian, Greek and Hungarian. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'ιαν'],
  ['feb', 'fev', 'fév', 'фев', 'φεβ'],
  ['mar', 'mär', 'mrz', 'mrt', 'már', 'мар', 'μάρ', 'μαρ'],
  ['apr', 'avr', 'abr', 'ápr', 'апр', 'απρ'],
  ['may', 'mai', 'mei', 'maj', 'mag', 'máj', 'май', 'мая', 'μάι', 'μαϊ', 'μαι'],
  ['jun', 'juin', 'giu', 'jún', 'июн', 'ιούν', 'ιον'],
  ['jul', 'juil', 'lug', 'júl', 'июл', 'ιούλ', 'ιολ'],
  ['aug', 'aoû', 'aou', 'ago', 'авг', 'αύγ', 'αυγ'],
  ['sep', 'set', 'szep', 'сен', 'σεπ'],
  ['oct', 'okt', 'out', 'ott', 'окт', 'οκτ'],
  ['nov', 'ноя', 'νοέ', 'νοε'],
  ['dec', 'dez', 'déc', 'dic', 'дек', 'δεκ'],
];

/** 1 to 12, from digits or a name; undefined where it is neither. */
export function monthNumber(month: string): number | undefined {
  if (/^\d+$/.test(month)) return Number(month);
  const name = month.toLowerCase();
  const index = monthNames.findIndex((names) => names.some((start) => name.startsWith(start)));
  return index < 0 ? undefined : index + 1;
}

/** Names with one meaning only: IST is three zones, BST two. A bare ET is read as standard time, summer or not. */
const zonesByMinutesEast: readonly (readonly [minutes: number, names: readonly string[]])[] = [
  [-600, ['HST']],
  [-540, ['AKST']],
  [-480, ['PST', 'PT', 'AKDT']],
  [-420, ['PDT', 'MST', 'MT']],
  [-360, ['MDT', 'CST', 'CT']],
  [-300, ['CDT', 'EST', 'ET']],
  [-240, ['EDT', 'AST', 'AT']],
  [-180, ['ADT']],
  [0, ['Z', 'UT', 'UTC', 'GMT', 'ETC/GMT', 'WET']],
  [60, ['CET', 'MET', 'WEST']],
  [120, ['CEST', 'MEST', 'EET']],
  [180, ['EEST', 'MSK']],
  [480, ['HKT', 'SGT']],
  [540, ['JST', 'KST']],
  [600, ['AEST']],
  [660, ['AEDT']],
  [720, ['NZST']],
  [780, ['NZDT']],
];

const minutesEastOf: ReadonlyMap<string, number> = new Map(
  zonesByMinutesEast.flatMap(([minutes, names]) => names.map((name) => [name, minutes] as const)),
);

/** Minutes by which a zone is ahead of UTC, from its name or an offset: `EDT`, `+0800`, `GMT-01:01`, `UTC+8`. */
export function minutesEast(zone: string): number | undefined {
  const offset = /^(?:GMT|UTC)?([+-])(\d\d?)(?::?(\d\d))?(?: [A-Z]{3,4})?$/.exec(zone);
  if (offset === null) return minutesEastOf.get(zone.toUpperCase());
  const [, sign, hours, minutes = 0] = offset;
  const east = Number(hours) * 60 + Number(minutes);
  return east > 14 * 60 ? undefined : sign === '-' ? -east : east;
}
