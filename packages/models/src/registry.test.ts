/** The registry of run models, and that every model of the package explains itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ModelError } from './model-error.ts';
import { runModel, runModels } from './registry.ts';

test('a model is found by its name and version', () => {
  for (const model of runModels) expect(runModel(model.id, model.version)).toBe(model);
});

test('an unknown model or version is named, with those that are known', () => {
  expect(() => runModel('rental-floor', 99)).toThrow(ModelError);
  expect(() => runModel('rental-floor', 99)).toThrow(/rental-floor v1, .*, was rental-floor v99/);
});

const source = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'operations')
  .map(({ name }) => name);

describe.each(folders)('the method of %s', (folder) => {
  const path = `${source}${folder}/method.md`;
  test('is written down, with its source and a worked number', () => {
    expect(existsSync(path)).toBe(true);
    const method = readFileSync(path, 'utf8');
    expect(method).toContain('**Source.**');
    expect(method).toMatch(/\*\*Worked number\.\*\*[\s\S]*\*\*-?[\d.,]+ ?%?\*\*/);
  });
});
