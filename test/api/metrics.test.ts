/** What a monitor reads: text that Prometheus parses, and the figures of the database. */
import { expect, test } from 'vitest';
import { marketApi } from './market-api.ts';

const line =
  /^(?:# (?:HELP|TYPE) bandgap_\w+ .+|bandgap_\w+(?:\{(?:\w+="(?:[^"\\\n]|\\[\\"n])*",?)+\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;

test('floors, indices, sources, queues and dead letters', async () => {
  const server = await marketApi();
  await server.client.query(`insert into slot (source_id, due_at) values ('litellm', now())`);
  const response = await server.get('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  for (const each of text.trimEnd().split('\n')) expect(each).toMatch(line);
  expect(text).toMatch(/^bandgap_floor_usd_per_gpu_hour\{project="vr-nvl72\/contract_5y"\} 4\.91/m);
  expect(text).toMatch(
    /^bandgap_index_usd_per_gpu_hour\{index="h100\/on_demand\/neocloud",confidence="ok"\} [12]\.\d+$/m,
  );
  expect(text).toMatch(/^bandgap_source_age_seconds\{source="litellm"\} \d+$/m);
  expect(text).toMatch(/^bandgap_source_stale\{source="litellm"\} 1$/m);
  expect(text).toMatch(/^bandgap_queue_depth\{queue="fetch"\} 1$/m);
  expect(text).toMatch(/^bandgap_slots_open 1$/m);
  expect(text).toMatch(/^bandgap_dead_letters\{queue="deliver"\} 0$/m);
  expect(text).toMatch(/^bandgap_build_info\{version="test",node="v[\d.]+"\} 1$/m);
  expect(server.logged).toEqual([]);
});

test('a label may hold anything', async () => {
  const server = await marketApi({ version: 'a"b\\c\nd' });
  expect(await (await server.get('/metrics')).text()).toContain('version="a\\"b\\\\c\\nd"');
});
