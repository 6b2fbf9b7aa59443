/** The rules that are given: those that come with Bandgap, overruled by those of the file in BANDGAP_RULES. */
import { readFile } from 'node:fs/promises';
import { type AlertRule, defaultRules } from '@bandgap/catalog';
import { messageOf, UsageError } from '@bandgap/core';
import { overruled, rulesIn } from '@bandgap/views';
import type { Settings } from '../settings.ts';

export async function givenRules({ BANDGAP_RULES: file }: Settings): Promise<readonly AlertRule[]> {
  return file === undefined ? defaultRules : overruled(defaultRules, rulesIn(await textOf(file), file));
}

export async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`expected a file with alert rules, could not read ${file}: ${messageOf(cause)}`, { cause });
  }
}

/** Says which rules there are, those per source under the name of the rule they come from. */
export function unknownRule(id: string, rules: readonly AlertRule[]): UsageError {
  const known = [...new Set(rules.map((rule) => rule.id.replace(/\/.*/, '/<source>')))];
  return new UsageError(`rule: expected one of ${known.join(', ')}, was ${JSON.stringify(id)}`);
}
