/** Why there is no server. Each message says what was found, what was expected and what to do. */

/** No PostgreSQL on this machine can be run. */
export class PostgresNotFound extends Error {
  override readonly name = 'PostgresNotFound';
  readonly rejected: readonly string[];

  constructor(rejected: readonly string[]) {
    super(
      `no usable PostgreSQL: set DATABASE_URL, or install PostgreSQL 14 or newer. Looked at:${rejected.map(indented).join('')}`,
    );
    this.rejected = rejected;
  }
}

/** The cluster was written by a major version of PostgreSQL that is not on this machine. */
export class PostgresMajorMismatch extends Error {
  override readonly name = 'PostgresMajorMismatch';
  readonly dataDirectory: string;
  readonly expected: string;
  readonly rejected: readonly string[];

  constructor(dataDirectory: string, expected: string, rejected: readonly string[]) {
    super(
      `${dataDirectory} was written by PostgreSQL ${expected}, which is not here. It was left as it is: install PostgreSQL ${expected}, or dump it there and load the dump into a new home. Looked at:${rejected.map(indented).join('')}`,
    );
    this.dataDirectory = dataDirectory;
    this.expected = expected;
    this.rejected = rejected;
  }
}

/** The cluster exists, but the user the server has to run as cannot get to it. */
export class DataDirectoryUnreachable extends Error {
  override readonly name = 'DataDirectoryUnreachable';
  readonly dataDirectory: string;
  readonly uid: number;

  constructor(dataDirectory: string, uid: number) {
    super(
      `user ${uid}, who has to run PostgreSQL, cannot enter ${dataDirectory}: let that user pass through the directories above it (chmod o+x), or move it`,
    );
    this.dataDirectory = dataDirectory;
    this.uid = uid;
  }
}

/** PostgreSQL was found and did not run; `output` is the end of what it said. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed';
  readonly dataDirectory: string;
  readonly output: string;

  constructor(what: string, dataDirectory: string, output: string) {
    super(`${what} ${dataDirectory}:\n${output.trimEnd()}`);
    this.dataDirectory = dataDirectory;
    this.output = output;
  }
}

const indented = (line: string) => `\n  ${line}`;
