/** A worker of its own process, to be killed by tests: says when it has a job, and never finishes it. */
import { contracts } from './contracts.ts';
import { openQueues } from './open-queues.ts';

const { STORE = '{}' } = process.env;
const opened = await openQueues({ ...JSON.parse(STORE), onError: (where, error) => console.error(where, error) });
opened.work(contracts.evaluate, {
  concurrency: 1,
  run: ({ cause }) => {
    console.log(cause);
    return new Promise(() => {});
  },
});
