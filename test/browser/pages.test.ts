/** The dashboard in a real browser, on a database filled by a replay: what people do, and what every page must be. */
import { describe, expect, test } from 'vitest';
import { haveChromium, openPage } from '../support/chromium.ts';
import { expectFit, visitDashboard } from './visit.ts';

const pages = [
  '/',
  '/one-chart',
  '/one-chart?systemPrice=129551&socamm=13',
  '/scenarios',
  '/gpu',
  '/gpu/h100/on_demand/neocloud',
  '/models',
  '/models/vr-nvl72?set=2026-05-01',
  '/sources',
  '/sources/gpurentalprices',
  '/nowhere',
];

describe.skipIf(!haveChromium)('in Chromium (skipped where none is installed)', () => {
  const visit = visitDashboard();

  test.each(pages)('%s is light, fits a phone, and has no serious fault of accessibility', async (path) => {
    await expectFit(visit(), path, (page) => path === '/nowhere' && page.removeAllListeners('console'));
  });

  test('first visit: today’s figures, and from there to the One Chart', async () => {
    const page = await openPage(visit());
    await page.goto('/');
    expect(await page.locator('.strip .value').first().innerText()).toContain('$4.92');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One Chart' }).click();
    expect(await page.locator('h1').innerText()).toContain('VR NVL72');
    expect(await page.locator('.readout').innerText()).toContain('$4.92');
    await page.waitForLoadState('load');
    const drawn = await page.evaluate(
      "[...document.querySelectorAll('#answers img')].map((image) => image.naturalWidth > 0)",
    );
    expect(drawn).toEqual([true, true, true]);
  });

  test('dragging the system price solves everything again, and the address says what is seen', async () => {
    const page = await openPage(visit());
    await page.goto('/one-chart', { waitUntil: 'networkidle' });
    const before = await page.locator('.readout').innerText();
    const slider = page.getByRole('slider', { name: 'System price, slider' });
    const box = await slider.boundingBox();
    if (box === null) throw new Error('expected the slider to be seen');
    const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.34));
    await page.mouse.down();
    for (let share = 0.36; share < 0.7; share += 0.04) await page.mouse.move(...at(share));
    await page.mouse.up();
    await page.waitForURL(/systemPrice=\d+/);
    const moved = await page.locator('#lever-systemPrice').inputValue();
    expect(Number(moved)).toBeGreaterThan(120_000);
    await page.locator(`#answers img[src*="systemPrice=${moved}"]`).first().waitFor({ state: 'attached' });
    const after = await page.locator('.readout').innerText();
    expect(after).not.toBe(before);
    await page.reload();
    expect(await page.locator('.readout').innerText()).toBe(after);
    await page.getByLabel('Name').fill('Dearer');
    await page.getByRole('button', { name: 'Save and compare' }).click();
    expect(await page.locator('thead').first().innerText()).toMatch(/Published figures\s+Dearer/);
  });

  test('a number leads to its receipt, the recomputation and the very bytes', async () => {
    const page = await openPage(visit());
    await page.goto('/gpu/h100/on_demand/neocloud');
    await page.locator('td a.figure').first().click();
    expect(page.url()).toMatch(/#input-\d+$/);
    expect(await page.locator('h1').innerText()).toBe('Receipt');
    await page.getByRole('link', { name: 'Recompute now' }).click();
    expect(await page.locator('.verdict .value').innerText()).toBe('Holds as far as checked');
    await page.getByRole('link', { name: 'Check the whole chain' }).click();
    expect(await page.locator('.verdict .value').innerText()).toBe('Holds');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'the bytes' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.txt$/);
    expect(await download.failure()).toBeNull();
  });

  test('keyboard alone: past the navigation, along a slider, through the values of a figure', async () => {
    const page = await openPage(visit());
    await page.goto('/one-chart', { waitUntil: 'networkidle' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: 'Hurdle IRR, slider' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/irr=15\.7/);
    const plot = page.locator('#answers [data-plot]').first();
    await plot.focus();
    await page.locator('.note-at strong').waitFor();
    await page.keyboard.press('Home');
    expect(await page.locator('.note-at strong').innerText()).toBe('0 %');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.note-at').innerText()).toMatch(/2 %.*\$\d/s);
    await page.keyboard.press('Escape');
    expect(await page.locator('.note-at strong').count()).toBe(0);
  });

  test('without scripts: boxes and a button solve, and tables stand behind the figures', async () => {
    const page = await openPage(visit(), { javaScriptEnabled: false });
    await page.goto('/one-chart');
    expect(await page.getByRole('slider').count()).toBe(0);
    await page.getByRole('spinbutton', { name: 'System price' }).fill('129551');
    await page.getByRole('button', { name: 'Solve' }).click();
    expect(page.url()).toContain('systemPrice=129551');
    expect(await page.locator('.readout').innerText()).toContain('$6.11');
    await page.locator('#answers details.data summary').first().click();
    expect(await page.locator('#answers details.data table').first().isVisible()).toBe(true);
    await page.goto('/gpu/h100/on_demand/neocloud');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('h1').innerText()).toContain('H100');
  });
});
