/** `npm run bench`: the speed of Bandgap as ratios to what else there is, measured in one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiBench } from './api.bench.ts';
import { print } from './contest.ts';
import { gridBench } from './grid.bench.ts';
import { irrBench } from './irr.bench.ts';
import { normalizeBench } from './normalize.bench.ts';
import { persistBench } from './persist.bench.ts';
import { refreshBench } from './refresh.bench.ts';
import { simulationBench } from './simulation.bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'bandgap-bench-'));
try {
  const [cpu] = cpus();
  print(
    `Node ${process.version}, ${cpus().length} x ${cpu?.model.trim()}, load ${loadavg()
      .map((each) => each.toFixed(2))
      .join(' ')}`,
  );
  irrBench(folder);
  gridBench(folder);
  simulationBench(folder);
  await normalizeBench();
  await persistBench(folder);
  await refreshBench();
  await apiBench();
} finally {
  rmSync(folder, { recursive: true });
}
