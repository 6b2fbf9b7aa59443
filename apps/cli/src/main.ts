/** The `bandgap` command. */
import { UsageError } from '@bandgap/core';
import {
  DataDirectoryUnreachable,
  PostgresFailed,
  PostgresMajorMismatch,
  PostgresNotFound,
} from '@bandgap/embedded-postgres';
import { ModelError } from '@bandgap/models';
import { Command, CommanderError } from 'commander';
import { registerAlerts } from './commands/alerts.ts';
import { registerBackfill } from './commands/backfill.ts';
import { registerBasis } from './commands/basis.ts';
import { registerBlended } from './commands/blended.ts';
import { registerCeiling } from './commands/ceiling.ts';
import { registerChart } from './commands/chart.ts';
import { registerCost } from './commands/cost.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerEval } from './commands/eval.ts';
import { registerEvents } from './commands/events.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerFeed } from './commands/feed.ts';
import { registerFloor } from './commands/floor.ts';
import { registerImport } from './commands/import.ts';
import { registerIrr } from './commands/irr.ts';
import { registerMcp } from './commands/mcp.ts';
import { registerMemory } from './commands/memory.ts';
import { registerQuarantine } from './commands/quarantine.ts';
import { registerRestore } from './commands/restore.ts';
import { registerServices } from './commands/services.ts';
import { registerSignals } from './commands/signals.ts';
import { registerSimulate } from './commands/simulate.ts';
import { registerSources } from './commands/sources.ts';
import { registerSplit } from './commands/split.ts';
import { registerTornado } from './commands/tornado.ts';
import { registerUnmapped } from './commands/unmapped.ts';
import { registerUp } from './commands/up.ts';
import { registerVerify } from './commands/verify.ts';
import { version } from './version.ts';

/** Errors whose message says what to do; their stack would not. */
const forPeople = [
  UsageError,
  ModelError,
  PostgresNotFound,
  PostgresMajorMismatch,
  DataDirectoryUnreachable,
  PostgresFailed,
];
const isForPeople = (error: unknown): error is Error => forPeople.some((kind) => error instanceof kind);

const program = new Command('bandgap')
  .description('Market data for the economics of AI compute: what a GPU-hour must cost, and what it can be worth.')
  .version(version)
  .showHelpAfterError()
  .exitOverride();

for (const register of [
  registerUp,
  registerFloor,
  registerIrr,
  registerCeiling,
  registerBlended,
  registerCost,
  registerMemory,
  registerSplit,
  registerChart,
  registerTornado,
  registerSimulate,
  registerExplain,
  registerVerify,
  registerSources,
  registerUnmapped,
  registerEvents,
  registerQuarantine,
  registerBasis,
  registerAlerts,
  registerImport,
  registerExport,
  registerRestore,
  registerBackfill,
  registerDoctor,
  registerSignals,
  registerFeed,
  registerEval,
  registerServices,
  registerMcp,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  if (!isForPeople(error)) throw error;
  process.stderr.write(`bandgap: ${error.message}\n`);
  process.exit(2);
}
