/** The price changes a text states, one record for each product. */

import type { Instant } from '@bandgap/core';
import { type Claim, type Context, claimOf } from './claim.ts';
import { lexemesOf } from './lexeme.ts';
import {
  addQuarters,
  forecastQuarter,
  isBefore,
  monthPast,
  monthReported,
  type Period,
  periodName,
  quarterOf,
  weekName,
} from './period.ts';
import { isAmount, type Scoped, sentencesOf } from './sentence.ts';
import type { DatedText, Signal, SignalMetric } from './signal.ts';
import { type Statement, statementsOf } from './statement.ts';
import { spokenOf } from './subject.ts';

const longestText = 20_000;

/** Deterministic. Numbers of anything but prices, and prices of anything but memory, are passed over in silence. */
export function readSignals(dated: DatedText): readonly Signal[] {
  const text = dated.text.slice(0, longestText);
  let context: Context = { ...dated, text, products: [], period: undefined, governs: undefined, previous: undefined };
  return sentencesOf(lexemesOf(text, dated.publishedAt), text).flatMap((sentence) => {
    const claims = claimsIn(
      sentence.lexemes,
      goesOn.test(text.slice(sentence.start)) ? context : { ...context, governs: undefined },
    );
    context = afterwards(context, sentence.lexemes, claims);
    return statementsOf({ claims, sentence, text }).flatMap((statement) => signalsOf(statement, dated));
  });
}

/** "It was up 12% from March.", "A smaller rise of 20% is to follow." */
const goesOn =
  /^\s*(?:(?:it|they|this|that)\s(?:is|are|was|were|had|has|have|rose|fell|marks?|represents?)|an?(?:other)?\s(?:\w+\s){0,2}(?:increase|rise|gain|hike|jump|decline|drop|fall))\b/i;

function claimsIn(sentence: readonly Scoped[], context: Context): readonly Claim[] {
  const claims: Claim[] = [];
  for (const amount of sentence.filter(isAmount))
    claims.push(claimOf(amount, sentence, { ...context, previous: claims.at(-1) }));
  return claims;
}

/** What the next sentence may leave unsaid: the product and the quarter spoken of last. */
function afterwards(context: Context, sentence: readonly Scoped[], claims: readonly Claim[]): Context {
  const price = sentence.find((lexeme) => lexeme.kind === 'price');
  const period = sentence.findLast(
    (lexeme) => lexeme.kind === 'period' && !lexeme.isBase && lexeme.period.kind === 'quarter',
  );
  return {
    ...context,
    products: claims.at(-1)?.products ?? spokenOf(sentence, context.text).at(-1)?.products ?? context.products,
    period: period?.kind === 'period' ? period.period : context.period,
    governs: claims.at(-1)?.governs ?? price?.of ?? context.governs,
  };
}

function signalsOf(statement: Statement, { publishedAt }: DatedText): readonly Signal[] {
  const { products, governs, isDated, range, bound, prior, span, ruleId } = statement;
  if (isUntold(statement)) return [];
  const isOver =
    statement.period === undefined
      ? statement.basis === 'mom'
      : statement.period.kind === 'quarter' && isBefore(statement.period, quarterOf(publishedAt));
  const said = statement.status ?? (isOver ? 'actual' : 'forecast');
  const status = isOver && isDated && said === 'forecast' ? 'actual' : said;
  const period =
    isOver && status === 'forecast' ? forecastQuarter(publishedAt) : periodOf({ ...statement, status }, publishedAt);
  const basis = basisOf(statement, period);
  if (basis === undefined) return [];
  const metric: SignalMetric = `${governs}_${basis}_pct`;
  const named = basis === 'wow' ? weekName(publishedAt) : periodName(period);
  return products.map((product) => ({ period: named, product, metric, ...range, bound, status, prior, span, ruleId }));
}

/** "NAND prices up 20% on the quarter": neither said of which nor whether it is over. Ranges are those of forecasts. */
const isUntold = ({ period, status, basis, bound }: Statement): boolean =>
  period === undefined && status === undefined && basis === 'qoq' && (bound === 'point' || bound === 'approx');

/** Without a period, what has happened did so in the quarter before, what is expected is about the one that begins or runs. */
function periodOf({ period, basis, status }: Statement, publishedAt: Instant): Period {
  if (period?.kind === 'month' && status === 'actual') return monthPast(period, publishedAt);
  if (period !== undefined) return period;
  const quarter = quarterOf(publishedAt);
  if (basis === 'mom' && status === 'actual') return monthReported(publishedAt);
  if (basis === 'yoy') return { kind: 'year', year: quarter.year };
  return status === 'actual' ? addQuarters(quarter, -1) : forecastQuarter(publishedAt);
}

/** A change "month on month" in a quarter is a slip of translation. Undefined where basis and period do not fit. */
function basisOf({ basis, governs }: Statement, period: Period): 'qoq' | 'yoy' | 'mom' | 'wow' | undefined {
  if (basis === 'wow' || basis === 'yoy') return basis;
  if (basis === undefined && governs === 'spot') return undefined;
  if (period.kind === 'quarter') return 'qoq';
  if (period.kind === 'month') return basis === 'qoq' ? undefined : 'mom';
  return period.kind === 'year' && basis === undefined ? 'yoy' : undefined;
}
