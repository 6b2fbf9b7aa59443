/** Two GPUs do not cost the same to the cent for days on end: a page that lagged behind its tabs was read twice. */
import { keyOf, type RentalQuote, type RentalRule } from './rental-rule.ts';

const DAYS_IN_A_ROW = 3;

/** Of 170 rows read from a price widget with tabs 37 repeated those of another tab (Silicon Data's page, until 2026-07). */
export const copiedHistory: RentalRule = (document) => {
  const histories = [...historiesOf(document).values()];
  const copied = new Map<RentalQuote, string>();
  for (const one of histories) {
    for (const other of histories) {
      if (one === other || one.offer !== other.offer) continue;
      for (const quote of commonRuns(one.quotes, other.quotes)) copied.set(quote, other.subject);
    }
  }
  return (quote) => {
    const other = copied.get(quote);
    return other && `copied-history: ${quote.value}, as ${other} has it on ${DAYS_IN_A_ROW} days in a row`;
  };
};

interface History {
  readonly offer: string;
  readonly subject: string;
  readonly quotes: RentalQuote[];
}

function historiesOf(document: readonly RentalQuote[]): ReadonlyMap<string, History> {
  const histories = new Map<string, History>();
  for (const quote of document) {
    if (quote.observedAt === undefined) continue;
    const key = keyOf(quote, { observedAt: undefined });
    const offer = keyOf(quote, { observedAt: undefined, subject: undefined });
    const history = histories.get(key) ?? { offer, subject: quote.series.subject, quotes: [] };
    history.quotes.push(quote);
    histories.set(key, history);
  }
  return histories;
}

/** The quotes of one history that have, on consecutive dates of both, the value of the other. */
function commonRuns(one: readonly RentalQuote[], other: readonly RentalQuote[]): readonly RentalQuote[] {
  const valueOn = new Map(other.map(({ observedAt, value }) => [observedAt, value]));
  const byDate = [...one].sort((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? -1 : 1));
  const common: RentalQuote[] = [];
  let run: RentalQuote[] = [];
  for (const quote of byDate) {
    run = valueOn.get(quote.observedAt) === quote.value ? [...run, quote] : [];
    if (run.length === DAYS_IN_A_ROW) common.push(...run);
    else if (run.length > DAYS_IN_A_ROW) common.push(quote);
  }
  return common;
}
