/** One price for a book of asks. */

export interface Ask {
  readonly machine: number;
  readonly host: number;
  readonly gpus: number;
  readonly usdPerGpuHour: number;
  readonly at: string;
}

const FEWEST_MACHINES = 5;
const FEWEST_HOSTS = 3;

/** The ask in the middle, by GPUs on offer, one ask a machine: its cheapest. Undefined where the book is too thin to say. */
export function middleAsk(asks: readonly Ask[]): Ask | undefined {
  const cheapestFirst = [...asks].sort((a, b) => a.usdPerGpuHour - b.usdPerGpuHour || a.machine - b.machine);
  const machines = new Set<number>();
  const book = cheapestFirst.filter(({ machine }) => !machines.has(machine) && machines.add(machine));
  if (book.length < FEWEST_MACHINES || new Set(book.map(({ host }) => host)).size < FEWEST_HOSTS) return undefined;

  const half = book.reduce((sum, { gpus }) => sum + gpus, 0) / 2;
  let reached = 0;
  return book.find(({ gpus }) => {
    reached += gpus;
    return reached >= half;
  });
}
