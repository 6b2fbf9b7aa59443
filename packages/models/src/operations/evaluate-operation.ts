/** The engine's front door: a request as plain JSON in, an answer or a named refusal out. It never throws for bad input. */
import { ModelError, type ModelErrorCode } from '../model-error.ts';
import { operations } from './registry.ts';

export interface OperationAnswer {
  readonly ok: true;
  readonly op: string;
  readonly output: object;
}

export interface OperationRefusal {
  readonly ok: false;
  readonly op: string;
  readonly error: { readonly code: ModelErrorCode; readonly message: string };
}

export type OperationResult = OperationAnswer | OperationRefusal;

/** `request` is `{ op, input }`; every number in the output is finite. */
export function evaluateOperation(request: unknown): OperationResult {
  const op = String(member(request, 'op') ?? '');
  try {
    const operation = operations.find(({ name }) => name === op);
    if (operation === undefined) throw unknownOperation(op, request);
    const output = operation.evaluate(member(request, 'input') ?? {});
    if (!allFinite(output)) throw new ModelError('degenerate', `${op}: the answer is not a finite number`, request);
    return { ok: true, op, output };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, op, error: { code: error.code, message: error.message } };
  }
}

const member = (request: unknown, key: string): unknown =>
  typeof request === 'object' && request !== null ? Reflect.get(request, key) : undefined;

const unknownOperation = (op: string, request: unknown): ModelError =>
  new ModelError(
    'unknown_op',
    `op: expected one of ${operations.map(({ name }) => name).join(', ')}, was ${op}`,
    request,
  );

function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}
