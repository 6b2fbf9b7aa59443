/** A process that serves the database it is told of, and says where. */
import { startApi } from '@bandgap/api';
import { defaultRules } from '@bandgap/catalog';
import { openDb } from '@bandgap/db';

const [, , databaseUrl = ''] = process.argv;
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const db = openDb({ databaseUrl, onError: (error) => log(error.message) });
const server = await startApi({ db, host: '127.0.0.1', port: 0, version: 'bench', rules: defaultRules, log });
process.send?.(server.url);
process.once('disconnect', () => void server.close().then(() => db.close()));
