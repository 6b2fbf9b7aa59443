/** What the application is made with. */
import type { Readers } from '@bandgap/views';
import type { ChangeFeed } from '../rest/change-feed.ts';
import type { RestDeps } from '../rest/rest-deps.ts';
import type { Access } from './access.ts';

export interface ApiDeps {
  readonly readers: Readers;
  readonly rest: RestDeps;
  readonly changes: ChangeFeed;
  readonly access: Access;
  /** Requests one address may make in a minute; absent means any number. */
  readonly requestsPerMinute?: number | undefined;
  /** Of the code, for the foot of every page. */
  readonly version: string;
  /** Names under which requests may ask for this server; absent means any. */
  readonly hosts?: readonly string[] | undefined;
  log(line: string): void;
}
