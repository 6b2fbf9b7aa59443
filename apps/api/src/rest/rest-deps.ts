/** What the interface for programs is made with. */
import type { Clock } from '@bandgap/core';
import type { Query } from '@bandgap/db';
import type { Publication } from './publication.ts';

export interface RestDeps {
  readonly query: Query;
  readonly clock: Clock;
  readonly publication: Publication;
}
