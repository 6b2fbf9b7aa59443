/** A blended price is named by its model and its scenario. */
import { expect, it } from 'vitest';
import { blendOf, blendScenarios, blendSubject } from './blend-scenarios.ts';

const model = 'anthropic/claude-opus-4-7';

it.each(blendScenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s is found by its name',
  (_, scenario) => {
    expect(blendOf(blendSubject({ model, scenario }))).toEqual({ model, scenario });
  },
);

it('names the headline by its model alone', () => {
  expect(blendScenarios.map((scenario) => blendSubject({ model, scenario }))).toEqual([
    model,
    `${model}/claude-code`,
    `${model}/openrouter-measured`,
  ]);
  expect(blendOf(`${model}/unknown`)).toBeUndefined();
});
