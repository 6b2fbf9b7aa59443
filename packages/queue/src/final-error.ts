/** A failure that trying again would only repeat. */

/** Thrown by a worker's `run`: the job counts as failed at once, whatever attempts are left. */
export class FinalError extends Error {
  override readonly name = 'FinalError';
}
