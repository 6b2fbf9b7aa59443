/** A replay of recorded responses builds months of history, the same every time. */
import { openRecordings } from '@bandgap/ingest';
import { readFigures, verify } from '@bandgap/receipts';
import { sources } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { haveSharedRecordings, sharedRecordings } from '../support/recordings.ts';
import { openSystem } from '../support/system.ts';

describe.skipIf(!haveSharedRecordings)(
  'recordings of real sources (skipped where they are not beside the checkout)',
  () => {
    test('give the published figures, and each can be recomputed from its bytes', async () => {
      const recordings = await openRecordings(sharedRecordings);
      const system = await openSystem({ databaseUrl: await freshDatabase(), transport: recordings.transport });
      const bundled = sources.flatMap(({ id, bundled }) =>
        bundled === undefined ? [] : [{ sourceId: id, dueAt: bundled.releasedAt }],
      );
      await system.run([...bundled, ...recordings.slots(sources.map(({ id }) => id))]);
      const figures = await readFigures(system.db.query);
      console.log(
        figures
          .map(
            (f) =>
              `${f.label} ${f.value} ${f.unit} ${f.asOf} ${f.n} ${f.low} ${f.high} ${f.note} ${f.receipt.slice(0, 12)}`,
          )
          .join('\n'),
      );
      console.log(system.warnings);
      for (const { receipt } of figures) expect(await verify(system.db.query, receipt)).toMatchObject({ holds: true });
    }, 120_000);
  },
);
