/** IRR packages of npm to be compared with. Bandgap does not depend on them: they are used where somebody installed them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface IrrPeer {
  readonly name: string;
  /** Rate per period. */
  readonly irr: (flows: readonly number[]) => number;
}

interface Peers {
  readonly found: readonly IrrPeer[];
  readonly absent: readonly string[];
}

const YEAR_MS = 365 * 86_400_000;

/** From the folder named by BANDGAP_BENCH_PEERS, or wherever Node finds them from here. */
export function npmPeers(): Peers {
  const folder = process.env.BANDGAP_BENCH_PEERS;
  const load = createRequire(folder === undefined ? import.meta.url : join(folder, 'package.json'));
  const found: IrrPeer[] = [];
  const absent: string[] = [];
  const peers: Readonly<Record<string, (module: never) => IrrPeer['irr']>> = {
    'node-irr': ({ irr }: { irr: (flows: readonly number[]) => number }) => irr,
    financial: ({ irr }: { irr: (flows: readonly number[]) => number }) => irr,
    xirr: (xirr: (dated: readonly Dated[]) => number) => (flows) => xirr(dated(flows)),
  };
  for (const [name, open] of Object.entries(peers)) {
    try {
      const { version } = load(`${name}/package.json`) as { version: string };
      found.push({ name: `${name} ${version}`, irr: open(load(name) as never) });
    } catch {
      absent.push(name);
    }
  }
  return { found, absent };
}

interface Dated {
  readonly amount: number;
  readonly when: Date;
}

/** A year for each period, made once for each project: xirr takes dates and gives a rate per year of 365 days. */
const known = new Map<readonly number[], readonly Dated[]>();

function dated(flows: readonly number[]): readonly Dated[] {
  const before = known.get(flows);
  if (before !== undefined) return before;
  const made = flows.map((amount, period) => ({ amount, when: new Date(period * YEAR_MS) }));
  known.set(flows, made);
  return made;
}
