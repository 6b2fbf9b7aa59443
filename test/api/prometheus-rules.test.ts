/** The rules that come with Bandgap ask for metrics and labels that /metrics has. */
import { expect, test } from 'vitest';
import { textOf } from '../house/files.ts';
import { marketApi } from './market-api.ts';

const rules = textOf('infra/prometheus/rules.yaml');

test('every metric of a rule is one of /metrics, with its labels', async () => {
  const server = await marketApi();
  await server.client.query(`insert into slot (source_id, due_at) values ('litellm', now())`);
  const lines = (await (await server.get('/metrics')).text()).split('\n').filter((line) => !line.startsWith('#'));

  const asked = [
    ...rules.replaceAll(/^ *(?:- alert|summary|description):.*$/gm, '').matchAll(/\b(bandgap_\w+)(?:\{([^}]*)\})?/g),
  ];
  expect(asked.length).toBeGreaterThan(6);
  for (const [text, name = '', labels] of asked) {
    const wanted = labels?.split(',') ?? [];
    const exposed = lines.some(
      (line) => new RegExp(`^${name}[{ ]`).test(line) && wanted.every((label) => line.includes(label)),
    );
    expect(exposed, text).toBe(true);
  }
});

test('every rule says what it means and how bad it is', () => {
  const alerts = rules.split('- alert: ').slice(1);
  expect(alerts.map((alert) => alert.split('\n')[0])).toEqual([
    'BandgapIndexBelowFloor',
    'BandgapSourceStale',
    'BandgapIndexStale',
    'BandgapDeadLetters',
    'BandgapQueueBacklog',
    'BandgapFetchesOpen',
    'BandgapDown',
  ]);
  for (const alert of alerts)
    expect(alert).toMatch(/expr: [\s\S]+labels: \{ severity: \w+ \}\n +annotations:\n +summary: \S/);
});
