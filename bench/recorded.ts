/** Recorded documents to measure with: those beside the checkout where somebody put them, and otherwise the few of the tests. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../shared/fixtures', import.meta.url));
const own = fileURLToPath(new URL('../test/recordings', import.meta.url));

export const recordedFolder: string = existsSync(`${beside}/replay.json`) ? beside : own;
