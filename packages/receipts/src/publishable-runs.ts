/** Which numbers may be passed on: those that were read, however indirectly, from sources that all may be. */
import { type Query, sourcesBehind } from '@bandgap/db';
import { mayPublish } from '@bandgap/sources';

/** Whether every one of these runs, by id, may be published. */
export async function areAllPublishable(query: Query, runIds: readonly number[]): Promise<boolean> {
  const publishable = await publishableRuns(query, runIds);
  return runIds.every((id) => publishable.has(id));
}

/** Of these runs, by id, those that may be published. `licensed` names restricted sources the operator holds a licence for. */
export async function publishableRuns(
  query: Query,
  runIds: readonly number[],
  licensed: readonly string[] = [],
): Promise<ReadonlySet<number>> {
  const behind = await sourcesBehind(query, runIds);
  return new Set(runIds.filter((id) => behind.get(id)?.every((source) => mayPublish(source, licensed))));
}
