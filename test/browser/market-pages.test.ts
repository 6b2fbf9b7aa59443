/** The pages of tokens, memory, alerts, changes and data in a real browser: what people do there, and what every page must be. */
import { describe, expect, test } from 'vitest';
import { haveChromium, openPage } from '../support/chromium.ts';
import { expectFit, visitDashboard } from './visit.ts';

const model = '/tokens/anthropic/claude-opus-4-7';
const rule = '/alerts/h100-on-demand-below-floor';
const pages = [
  '/tokens',
  model,
  '/memory',
  '/memory/dram-ddr5-16gb-4800',
  '/alerts',
  rule,
  '/changes',
  '/data',
  '/docs',
  '/gpu/h100',
];

describe.skipIf(!haveChromium)('in Chromium (skipped where none is installed)', () => {
  const visit = visitDashboard();

  test.each(pages)('%s is light, fits a phone, and has no serious fault of accessibility', async (path) => {
    const response = await expectFit(visit(), path);
    expect(response?.status()).toBe(200);
  });

  test('silence an alert: who, why and how long, and it stands beside the rule', async () => {
    const page = await openPage(visit());
    await page.goto('/alerts');
    await page.getByRole('link', { name: /below the new-build floor/ }).click();
    await page.getByLabel('Who', { exact: true }).fill('Ada');
    await page.getByLabel('Why', { exact: true }).fill('The seller moves its data centre');
    await page.getByLabel('Hours', { exact: true }).fill('48');
    await page.getByRole('button', { name: 'Silence' }).click();
    expect(new URL(page.url()).pathname).toBe(rule);
    const silences = page.getByRole('region', { name: 'Silences and acknowledgements' });
    expect(await silences.innerText()).toMatch(/silenced\s+Ada\s+The seller moves its data centre/);
    await page.reload();
    expect(await silences.locator('tbody tr').count()).toBe(1);
  });

  test('a silence that cannot be is refused in words, and one that another site asks for', async () => {
    const page = await openPage(visit());
    const form = { rule: rule.replace('/alerts/', ''), by: 'Ada', reason: ' ', hours: '0' };
    const incomplete = await page.request.post('/alerts/silence', { form });
    expect(incomplete.status()).toBe(400);
    expect(await incomplete.text()).toMatch(/reason: expected why, was .*hours: expected hours from 1 to 8760, was/);
    const unknown = await page.request.post('/alerts/silence', {
      form: { ...form, rule: 'nobody-made-it', reason: 'why not', hours: '1' },
    });
    expect(await unknown.text()).toContain('rule: expected one that is in force');
    const foreign = await page.request.post('/alerts/silence', {
      form: { ...form, reason: 'why not', hours: '1' },
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status()).toBe(403);
  });

  test('a rule that does not fire cannot be acknowledged', async () => {
    const page = await openPage(visit());
    const form = { rule: rule.replace('/alerts/', ''), by: 'Ada' };
    const refused = await page.request.post('/alerts/acknowledge', { form });
    expect(refused.status()).toBe(400);
    expect(await refused.text()).toContain('expected a rule that fires');
  });

  test('without scripts: the blend calculator works out a workload, and says what it does not take', async () => {
    const page = await openPage(visit(), { javaScriptEnabled: false });
    await page.goto(model);
    expect(await page.locator('.readout .value').first().innerText()).toContain('$0.99');
    await page.getByRole('spinbutton', { name: 'Tokens read per token written' }).fill('1');
    await page.getByRole('spinbutton', { name: 'Read from cache' }).fill('0');
    await page.getByRole('button', { name: 'Work out' }).click();
    expect(page.url()).toContain('ratio=1&cached=0');
    expect(await page.locator('.readout .value').first().innerText()).toContain('$15.00');
    const refused = await page.request.get(`${model}?written=60&written1h=60`);
    expect(refused.status()).toBe(400);
    expect(await refused.text()).toContain('at most 100 % of the misses together, was 120 %');
  });

  test('with scripts: dragging a share works out the workload while the page stays', async () => {
    const page = await openPage(visit());
    await page.goto(model, { waitUntil: 'networkidle' });
    await page.getByRole('slider', { name: 'Read from cache, slider' }).fill('50');
    await page.waitForURL(/cached=50/);
    expect(await page.locator('.readout .value').first().innerText()).not.toContain('$0.99');
  });

  test.each([
    ['/gpu/h100', /^on demand\n.*\$\d/s],
    ['/memory/dram-ddr5-16gb-4800', /^\d{4}-\d\d-\d\d\n.*\$\d/s],
  ])('on a wide screen the values of %s are read where the picture has them', async (path, reading) => {
    const page = await openPage(visit(), { viewport: { width: 1280, height: 900 } });
    await page.goto(path, { waitUntil: 'networkidle' });
    const plot = page.locator('[data-plot]').first();
    await plot.focus();
    await plot.locator('.note-at strong').waitFor();
    await plot.press('Home');
    expect(await plot.locator('.note-at').innerText()).toMatch(reading);
    expect(await plot.locator('.crosshair circle').count()).toBeGreaterThan(0);
    expect(await plot.locator('.crosshair').boundingBox()).toEqual(await plot.locator('img').boundingBox());
  });

  test('changes are filtered by kind with plain links', async () => {
    const page = await openPage(visit(), { javaScriptEnabled: false });
    await page.goto('/changes');
    await page.getByRole('navigation', { name: 'Kinds' }).getByRole('link', { name: 'Everything' }).click();
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0);
    expect(await page.getByRole('navigation', { name: 'Kinds' }).locator('[aria-current]').innerText()).toBe(
      'Everything',
    );
  });
});
