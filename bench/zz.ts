import { gridBench } from './grid.bench.ts';
import { simulationBench } from './simulation.bench.ts';
import { mkdtempSync } from 'node:fs';
const f=mkdtempSync('/tmp/bb-');
gridBench(f); simulationBench(f);
