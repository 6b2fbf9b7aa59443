/** Korea Customs Service: the value and the weight of the memory that left Korea in a month, for holders of a key. */
import { type MemoryStatistic, memoryStatistic } from '@bandgap/catalog';
import { type Artifact, type Row, SourceChanged, skip } from '@bandgap/core';
import type { Source, SourceRequest } from '../../define-source.ts';
import { xmlDocument } from '../../documents/xml-document.ts';
import { statisticRow } from '../../rows/statistic-row.ts';

const memory = '854232';
const endpoint = 'https://apis.data.go.kr/1220000/nitemtrade/getNitemtradeList';
const firstYear = 2025;

/** No request may span more than twelve months. The key is taken in the query alone, percent-encoded as it was issued. */
const yearOf = (year: number, key: string): SourceRequest => ({
  url: `${endpoint}?strtYymm=${year}01&endYymm=${year}12&hsSgn=${memory}`,
  secretQuery: `serviceKey=${key}`,
});

export const koreaCustoms: Source = {
  id: 'korea-customs',
  name: 'Korean memory exports, Korea Customs Service',
  home: 'https://tradedata.go.kr',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '25 2 16 * *',
  staleAfterMinutes: 62 * 1440,
  licence: { terms: 'attribution', name: 'Public data portal of Korea', attribution: 'Korea Customs Service' },
  optIn: true,
  needsKey: 'KOREA_CUSTOMS_KEY',
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [yearOf(firstYear, key)],
  follow: ({ url, fetchedAt }, { key }) => {
    const next = Number(new URL(url).searchParams.get('strtYymm')?.slice(0, 4)) + 1;
    return fetchedAt >= `${next}-02` ? yearOf(next, key) : undefined;
  },
  parse: (artifact) => {
    const statistic = memoryStatistic(memory);
    if (statistic === undefined) throw new SourceChanged(`expected a statistic of HS ${memory} in the catalog`);
    return monthsIn(itemsIn(artifact)).map((month) => rowOf(month, statistic));
  },
};

interface Item {
  /** `2026.01`, or `총계` for the sum of all that was asked for. */
  readonly period: string;
  readonly dollars: string;
  readonly kilograms: string;
}

/** Throws SourceChanged where the service refuses, or the answer is not whole. */
function itemsIn(artifact: Artifact): readonly Item[] {
  const $ = xmlDocument(artifact, 'response');
  const code = $('resultCode').first().text().trim();
  if (code !== '00')
    throw new SourceChanged(`expected result code 00, was ${code || 'none'}: ${$('resultMsg').text()}`);
  return $('item')
    .toArray()
    .map((item) => {
      const text = (name: string) => $(item).children(name).first().text().trim();
      return { period: text('year'), dollars: text('expDlr'), kilograms: text('expWgt') };
    });
}

/** Countries and items of one month are added up; a yearly sum is none of the months. */
function monthsIn(items: readonly Item[]): readonly (readonly Item[])[] {
  const periods = new Set(items.map(({ period }) => period));
  periods.delete('총계');
  return [...periods].map((each) => items.filter(({ period }) => period === each));
}

function rowOf(month: readonly Item[], statistic: MemoryStatistic): Row {
  const [first] = month;
  const period = first?.period ?? '';
  if (!/^\d{4}\.(0[1-9]|1[0-2])$/.test(period)) return skip('no_date', `${statistic.name}: ${period}`, period);
  const [dollars, kilograms] = [sum(month.map((item) => item.dollars)), sum(month.map((item) => item.kilograms))];
  if (Number.isNaN(dollars + kilograms) || kilograms === 0)
    return skip('not_a_price', `${statistic.name}: ${dollars} USD, ${kilograms} kg`, period);
  return statisticRow({ statistic, month: `${period.replace('.', '-')}-01`, value: dollars / kilograms, at: period });
}

/** NaN unless all of them are whole numbers. */
const sum = (texts: readonly string[]): number =>
  texts.reduce((total, text) => (/^\d+$/.test(text) ? total + Number(text) : Number.NaN), 0);
