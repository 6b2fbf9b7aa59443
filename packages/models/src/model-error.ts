/** A model was asked something it cannot answer. Carries the inputs, so that the log line can be reproduced. */

export const modelErrorCodes = [
  'unknown_op',
  'unknown_model',
  'unknown_field',
  'missing_field',
  'not_an_object',
  'not_a_list',
  'not_a_number',
  'bad_choice',
  'not_integral',
  'out_of_range',
  'conflicting_fields',
  'prepay_exceeds_creditable',
  'nonlinear_tax',
  'too_few_points',
  'degenerate',
] as const;

export type ModelErrorCode = (typeof modelErrorCodes)[number];

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  readonly inputs: unknown;

  constructor(code: ModelErrorCode, message: string, inputs: unknown) {
    super(message);
    this.code = code;
    this.inputs = inputs;
  }
}
