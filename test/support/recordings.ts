/** Recorded responses from outside the checkout, where somebody has put them beside it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const sharedRecordings = fileURLToPath(new URL('../../../shared/fixtures', import.meta.url));

export const haveSharedRecordings = existsSync(`${sharedRecordings}/replay.json`);
