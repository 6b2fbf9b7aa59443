/** Types of the registry beside this file. */
import type { Source } from '@bandgap/sources';

export const hostile: readonly Source[];
export const fourth: Source;
export const sources: readonly Source[];
