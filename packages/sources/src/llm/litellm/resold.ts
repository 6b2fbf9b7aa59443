/** Rows of clouds, hosts and resellers: not believed, and looked at only for prices that cannot be prices. */
import { type Skip, shiftDecimal, skip } from '@bandgap/core';
import { type JsonObject, jsonPointer } from '../../documents/json-document.ts';
import { dearestPerMTok } from '../../gate/plausibility.ts';
import { isChat } from './is-chat.ts';

const dearestInput = dearestPerMTok.input / 1e6;
const dearestOutput = dearestPerMTok.output / 1e6;

/**
 * Of 86 resold OpenRouter rows 42 disagreed with OpenRouter on 2026-08-21, so resold rows are left out. Sixteen had prices per
 * thousand or per million tokens in the field for one token, 13 of them from Weights & Biases: those are named.
 */
export function impossibleResale(id: string, model: JsonObject): Skip | undefined {
  const { input_cost_per_token: input, output_cost_per_token: output } = model;
  if (typeof input === 'number' && input > dearestInput && isChat(model)) return impossible(id, 'input', input);
  if (typeof output === 'number' && output > dearestOutput && isChat(model)) return impossible(id, 'output', output);
  return undefined;
}

function impossible(id: string, metric: 'input' | 'output', perToken: number): Skip {
  const was = Number.isFinite(perToken) ? shiftDecimal(perToken, 6) : perToken;
  const text = `${id} ${metric}: expected at most ${dearestPerMTok[metric]} USD/MTok, was ${was}`;
  return skip('implausible', text, jsonPointer(id, `${metric}_cost_per_token`));
}
