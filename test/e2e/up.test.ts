/** The whole system in one process, with a PostgreSQL of its own: it comes up, answers, stops on Ctrl-C and comes back with everything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownRecordings, startBandgap } from '../support/bandgap.ts';

test('starts from nothing, stops on Ctrl-C, and starts again with what it had', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bandgap-up-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const environment = { BANDGAP_HOME: home, BANDGAP_PORT: '0' };

  const first = startBandgap(['up', '--replay', ownRecordings], environment);
  const address = async (running: typeof first) => (await running.line(/^dashboard: /)).replace('dashboard: ', '');
  expect((await fetch(`${await address(first)}/livez`)).status).toBe(200);
  await first.line(/^up to date/);
  const today = await (await fetch(await address(first))).text();
  expect(today).toContain('4.92');
  expect(today).toContain('VR NVL72');
  first.interrupt();
  expect((await first.ended).code).toBe(0);

  const second = startBandgap(['up', '--replay', ownRecordings], environment);
  expect(await (await fetch(await address(second))).text()).toContain('4.92');
  second.interrupt();
  expect((await second.ended).code).toBe(0);
}, 60_000);
