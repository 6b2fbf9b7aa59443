/** Options of the commands that ask the models: read all at once, so that everything wrong is said at once. */
import { floorSets, publishedSet } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import { ModelError } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';

/** A text that the pattern reads, or an issue that says what was expected. */
const readAs = <T>(expected: string, read: (text: string) => T | undefined) =>
  z.string().transform((text, ctx): T => {
    const value = read(text.trim());
    if (value !== undefined) return value;
    ctx.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

const number = /^[+-]?(?:\d[\d_,]*(?:\.\d+)?|\.\d+)$/;
const numberOf = (text: string): number | undefined =>
  number.test(text) ? Number(text.replaceAll(/[_,]/g, '')) : undefined;

/** `15.6%` or `0.156`. */
function shareOf(text: string): number | undefined {
  const percent = /^(.*?)\s*%$/.exec(text)?.[1];
  const value = numberOf(percent ?? text);
  return value === undefined || percent === undefined ? value : value / 100;
}

const within = (low: number, high: number) => (value: number | undefined) =>
  value !== undefined && value >= low && value <= high ? value : undefined;

export const share = (high: number) =>
  readAs(`a share such as 15.6% or 0.156, at most ${high * 100}%`, (text) => within(0, high)(shareOf(text)));
export const dollars = readAs('USD, not below zero', (text) => within(0, Number.MAX_VALUE)(numberOf(text)));
export const count = (high: number) =>
  readAs(`a whole number from 1 to ${high}`, (text) => within(1, high)(/^\d+$/.test(text) ? Number(text) : undefined));
export const seed = readAs('a whole number from 0 to 4294967295', (text) =>
  within(0, 2 ** 32 - 1)(/^\d+$/.test(text) ? Number(text) : undefined),
);
export const positive = readAs('a number above zero', (text) =>
  within(Number.MIN_VALUE, Number.MAX_VALUE)(numberOf(text)),
);

/** A change of the price of the system, or a price of its own. */
export type SystemPriceGiven =
  | { readonly kind: 'change'; readonly share: number }
  | { readonly kind: 'perGpu'; readonly usd: number };

const systemPrice = readAs('a change such as +40%, or USD per GPU', (text): SystemPriceGiven | undefined => {
  const value = text.endsWith('%') ? shareOf(text) : numberOf(text);
  if (value === undefined) return undefined;
  if (text.endsWith('%')) return value >= -1 ? { kind: 'change', share: value } : undefined;
  return value >= 0 ? { kind: 'perGpu', usd: value } : undefined;
});

/** What every command about a project takes. */
export const scenarioOptions = {
  system: z.string().default('vr-nvl72'),
  set: z.string().default(publishedSet),
  irr: share(10).optional(),
  prepay: share(1).optional(),
  systemPrice: systemPrice.optional(),
  socamm: dollars.optional(),
  price: dollars.optional(),
};

export const printing = { json: z.literal(true).optional(), explain: z.literal(true).optional() };

const dates = floorSets.map(({ asOf }) => asOf).join(', ');

export function withScenarioOptions(command: Command): Command {
  return withPrintingOptions(
    command
      .option('--system <id>', 'which system, such as vr-nvl72')
      .option('--set <date>', `figures as of ${dates}; ${publishedSet} unless given`)
      .option('--irr <share>', 'hurdle rate, such as 20%')
      .option('--prepay <share>', 'share of the contract paid at signing, such as 15%')
      .option('--system-price <change>', 'a change such as +40%, or USD per GPU')
      .option('--socamm <usd>', 'what the vendor pays for a gigabyte of SOCAMM memory, such as 13')
      .option('--price <usd>', 'rental price per GPU-hour, such as 6.00'),
  );
}

export const withPrintingOptions = (command: Command): Command =>
  command.option('--explain', 'print every figure with its source, and the cash flows').option('--json', 'print JSON');

/** Throws a UsageError that names every option at fault, what was expected and what it was. */
export function readOptions<S extends z.ZodType>(schema: S, given: Readonly<Record<string, unknown>>): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map((issue) => problemOf(issue, given)).join('\n'));
}

function problemOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0] ?? '');
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const was = given[name] === undefined ? 'missing' : JSON.stringify(given[name]);
  return `${flag}: expected ${issue.code === 'invalid_type' ? 'a value' : issue.message}, was ${was}`;
}

/** Runs a command; what a model refuses is told as a sentence, not as a stack. */
export function answering<A extends readonly unknown[]>(action: (...given: A) => void): (...given: A) => void {
  return (...given) => {
    try {
      action(...given);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      throw new UsageError(error.message, { cause: error });
    }
  };
}
