/** What the interface for programs is made with. */
import type { AlertRule } from '@bandgap/catalog';
import type { Clock } from '@bandgap/core';
import type { Query } from '@bandgap/db';
import type { Publication } from './publication.ts';

export interface RestDeps {
  readonly query: Query;
  readonly clock: Clock;
  readonly publication: Publication;
  /** The rules that came with Bandgap or from a file. */
  readonly rules: readonly AlertRule[];
}
