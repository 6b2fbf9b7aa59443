/** What the application is made with. */
import type { Readers } from '@bandgap/views';

export interface ApiDeps {
  readonly readers: Readers;
  /** Of the code, for the foot of every page. */
  readonly version: string;
  /** Names under which requests may ask for this server; absent means any. */
  readonly hosts?: readonly string[];
  log(line: string): void;
}
