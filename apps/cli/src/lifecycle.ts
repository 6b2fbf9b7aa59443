/** One way down: whatever asks the process to stop, everything that was opened is closed once, the last opened first. */

export interface Lifecycle {
  /** Closes `what` on the way down, before everything that was opened earlier. */
  opened(what: string, close: () => Promise<unknown>): void;
  readonly isStopping: boolean;
  /** Closes everything. Safe to call more than once. */
  stop(): Promise<void>;
}

const hardStopMs = 20_000;

export function createLifecycle(onStopping: (reason: string) => void): Lifecycle {
  const closers: { readonly what: string; readonly close: () => Promise<unknown> }[] = [];
  let stopping: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (const { what, close } of closers.reverse()) {
      await close().catch((error: Error) => process.stderr.write(`closing ${what}: ${error.message}\n`));
    }
  }

  const lifecycle: Lifecycle = {
    opened: (what, close) => void closers.push({ what, close }),
    get isStopping() {
      return stopping !== undefined;
    },
    stop: () => {
      stopping ??= closeAll();
      return stopping;
    },
  };

  const stopAndExit = (reason: string, code: number) => {
    if (code !== 0) process.exitCode = code;
    if (stopping !== undefined) return;
    onStopping(reason);
    setTimeout(() => {
      process.stderr.write(`stopping took longer than ${hardStopMs / 1000} s: giving up\n`);
      process.exit(1);
    }, hardStopMs).unref();
    void lifecycle.stop().then(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAndExit(signal, 0));
  for (const failure of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(failure, (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
      stopAndExit(failure, 1);
    });
  }
  watchParent(() => stopAndExit('npm ended', 0));
  return lifecycle;
}

/** npm runs its scripts under a shell, and a signal to npm ends both without a word to us. Nobody else's parent is watched. */
function watchParent(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 500).unref();
}
