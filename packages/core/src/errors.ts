/** Errors a person can act on. Each carries what it was about, so that the log line can be reproduced. */

/** Something was asked of Bandgap that it cannot do; the message says what to do instead. The command line prints it without a stack. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** A document no longer has the shape its reader was taught. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';
}

/** What anything thrown says, in one line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
