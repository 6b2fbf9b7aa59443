/** The numbers of series, remembered by this process: a price finds its series without a join over five columns. */

/** As one transaction sees them. */
export interface SeriesIds {
  get(key: string): number | undefined;
  set(key: string, id: number): void;
}

export interface RememberedSeries extends SeriesIds {
  /** Until its transaction committed, a series may still go away. */
  commit(): void;
}

/** Some 50 MB; then remembering starts anew. */
const most = 200_000;

/** What one transaction learns is known to the next ones once it has committed. Series are never deleted. */
export function rememberSeries(): () => RememberedSeries {
  const committed = new Map<string, number>();
  return () => {
    const learnt = new Map<string, number>();
    return {
      get: (key) => committed.get(key) ?? learnt.get(key),
      set: (key, id) => void learnt.set(key, id),
      commit() {
        if (committed.size + learnt.size > most) committed.clear();
        for (const [key, id] of learnt) committed.set(key, id);
      },
    };
  };
}
