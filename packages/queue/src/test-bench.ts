/** Runs the same tests on every store, each test with an empty one. */
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type Contract, contracts } from './contracts.ts';
import { openQueues } from './open-queues.ts';
import type { Queues } from './queues.ts';
import { type FreshStore, type TestStore, testStores } from './test-stores.ts';

export interface Bench {
  readonly store: () => FreshStore;
  /** What `onError` was told in this test. */
  readonly errors: () => readonly string[];
  /** Opens queues that are closed after the test. */
  open(lockMs?: number): Promise<Queues>;
}

/** Long enough for a slow machine, for `expect.poll`. */
export const soon = { timeout: 15_000, interval: 20 };

/** Works one queue and notes the causes it was given. */
export function noteCauses(on: Queues, contract: Contract<{ cause: string }> = contracts.evaluate): readonly string[] {
  const causes: string[] = [];
  on.work(contract, { concurrency: 1, run: async ({ cause }) => void causes.push(cause) });
  return causes;
}

export function onEveryStore(promises: string, tests: (bench: Bench) => void): void {
  describe.each(testStores)('$name', ({ name, present, start }) => {
    describe.skipIf(!present)(present ? promises : `${promises}: skipped, ${name} is not installed`, () => {
      let server: TestStore;
      let fresh: FreshStore;
      let errors: string[];
      const opened: Queues[] = [];

      beforeAll(async () => {
        server = await start();
      });
      afterAll(() => server.stop());
      beforeEach(async () => {
        fresh = await server.fresh();
        errors = [];
      });
      afterEach(async () => {
        await Promise.all(opened.splice(0).map((each) => each.close()));
        await fresh.link.cut();
        await fresh.remove();
      });

      tests({
        store: () => fresh,
        errors: () => errors,
        async open(lockMs) {
          const onError = (where: string, error: unknown) => void errors.push(`${where}: ${String(error)}`);
          const queues = await openQueues({ ...fresh.urls, onError, ...(lockMs === undefined ? {} : { lockMs }) });
          opened.push(queues);
          return queues;
        },
      });
    });
  });
}
