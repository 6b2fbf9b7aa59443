/** The months and zones in feed dates. */

/** By the first letters, in English, Greek and Hungarian. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ιαν', 'január'],
  ['feb', 'φεβ', 'február'],
  ['mar', 'μάρ', 'μαρ', 'március'],
  ['apr', 'απρ', 'április'],
  ['may', 'μάι', 'μαϊ', 'μαι', 'május'],
  ['jun', 'ιούν', 'ιον', 'június'],
  ['jul', 'ιούλ', 'ιολ', 'július'],
  ['aug', 'αύγ', 'αυγ', 'augusztus'],
  ['sep', 'σεπ', 'szeptember'],
  ['oct', 'οκτ', 'október'],
  ['nov', 'νοέ', 'νοε', 'november'],
  ['dec', 'δεκ', 'december'],
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
  [-480, ['PST', 'PT']],
  [-420, ['PDT', 'MST', 'MT']],
  [-360, ['MDT', 'CST', 'CT']],
  [-300, ['CDT', 'EST', 'ET']],
  [-240, ['EDT', 'AST', 'AT']],
  [-180, ['ADT']],
  [0, ['Z', 'UT', 'UTC', 'GMT', 'ETC/GMT', 'WET']],
  [60, ['CET', 'MET']],
  [120, ['CEST', 'MEST', 'EET']],
  [180, ['EEST', 'MSK']],
  [480, ['HKT', 'SGT']],
  [540, ['JST', 'KST']],
];

const minutesEastOf: ReadonlyMap<string, number> = new Map(
  zonesByMinutesEast.flatMap(([minutes, names]) => names.map((name) => [name, minutes] as const)),
);

/** Minutes by which a zone is ahead of UTC, from its name or an offset: `EDT`, `+0800`, `GMT-01:01`. */
export function minutesEast(zone: string): number | undefined {
  const offset = /^(?:GMT|UTC)?([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (offset === null) return minutesEastOf.get(zone.toUpperCase());
  const [, sign, hours, minutes] = offset;
  const east = Number(hours) * 60 + Number(minutes);
  return east > 14 * 60 ? undefined : sign === '-' ? -east : east;
}
