/** The OpenAPI document is one, says what the server does, and every example in it is answered as it promises. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { documentOf, exampleOf, isStream, operationsOf } from './documented.ts';
import { marketApi } from './market-api.ts';

test('the document is valid OpenAPI 3.1', async () => {
  const server = await marketApi();
  const validator = new Validator();
  const { valid, errors } = await validator.validate((await documentOf(server)) as object as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every example is answered, and the answer is of the shape the document gives', async () => {
  const server = await marketApi();
  const document = await documentOf(server);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'openapi' });
  const operations = operationsOf(document).filter((operation) => !isStream(operation));
  expect(operations.length).toBeGreaterThan(18);
  for (const operation of operations) {
    const example = exampleOf(operation);
    const response = await fetch(new URL(example, server.url), {
      method: operation.method.toUpperCase(),
      ...(operation.requestBody === undefined
        ? {}
        : {
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(document.components.schemas.Question?.example),
          }),
    });
    const body: unknown = await response.json();
    expect(response.status, `${example} ${JSON.stringify(body)}`).toBe(200);
    const path = `#/paths/${operation.path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}`;
    const validate = ajv.compile({
      $ref: `openapi${path}/${operation.method}/responses/200/content/application~1json/schema`,
    });
    validate(body);
    expect(validate.errors, example).toBeNull();
  }
  expect(server.logged).toEqual([]);
});

test('the reference shows every endpoint, how to ask it, and an answer of this server', async () => {
  const server = await marketApi();
  const page = await (await server.get('/docs')).text();
  for (const operation of operationsOf(await documentOf(server))) {
    expect(page).toContain(`${operation.method.toUpperCase()} /v1${operation.path}`);
    for (const { name } of operation.parameters) expect(page).toContain(`<code>${name}</code>`);
  }
  expect(page).toContain(`curl &#39;${server.url}/v1/figures&#39;`);
  expect(page).toContain('&quot;floorPricePerGpuHour&quot;: 4.91');
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=/);
  expect(page.length).toBeLessThan(300_000);
});
