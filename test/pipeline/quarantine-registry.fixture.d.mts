/** Types of the registry beside this file. */
import type { Source } from '@bandgap/sources';

export const handWritten: Source;
export const sources: readonly Source[];
