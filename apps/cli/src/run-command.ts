/** Runs a command that opens things: whatever it opened is closed when it ends, well or badly. */
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Opening } from './open-system.ts';
import { readSettings } from './settings.ts';

interface Progress {
  /** Where lines for the person who waits go; standard error keeps standard output clean for results. */
  readonly progress: (line: string) => void;
}

/** The command runs to its end and the process exits. */
export async function runCommand(
  command: (opening: Opening) => Promise<void>,
  { progress }: Progress = quiet,
): Promise<void> {
  const lifecycle = createLifecycle((reason) => progress(`stopping (${reason})`));
  try {
    await command({ settings: readSettings(), lifecycle, say: progress });
  } finally {
    await lifecycle.stop();
  }
}

/** The command opens services that stay until the process is told to stop; only a failure closes them here. */
export async function runService(service: (opening: Opening) => Promise<void>, { progress }: Progress): Promise<void> {
  const lifecycle: Lifecycle = createLifecycle((reason) => progress(`stopping (${reason})`));
  try {
    await service({ settings: readSettings(), lifecycle, say: progress });
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

const quiet: Progress = { progress: () => undefined };
