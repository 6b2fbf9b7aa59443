/** `bandgap eval`: operations in, results out, as JSON. Starts no database. */

import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from '@bandgap/core';
import { evaluateOperation } from '@bandgap/models';
import type { Command } from 'commander';
import { say } from '../print.ts';

export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('evaluate {"op", "input"} objects, one or an array of them, from standard input')
    .action(async () => {
      const request = parse(await text(process.stdin));
      const results = Array.isArray(request) ? request.map(evaluateOperation) : evaluateOperation(request);
      say(JSON.stringify(results));
    });
}

function parse(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (cause) {
    const expected = 'expected JSON on standard input, such as {"op": "project.floor", "input": {…}}';
    throw new UsageError(`${expected}: ${messageOf(cause)}`, { cause });
  }
}
