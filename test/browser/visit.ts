/** What every file of browser tests begins with, and what every page must be. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPage, startChromium, type Visit } from '../support/chromium.ts';
import { startDashboard } from './dashboard.ts';

/** What WCAG asks for, and what a desktop leaves at a zoom of 400 %. */
const mobile = { width: 320, height: 844 };
const largestTransfer = 300_000;

/** A dashboard and a browser for the tests of one describe; to be asked for once they run. */
export function visitDashboard(): () => Visit {
  let visit: Visit | undefined;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const dashboard = await startDashboard();
    closing.push(dashboard.close);
    const browser = await startChromium();
    closing.unshift(() => browser.close());
    visit = { browser, origin: dashboard.url };
  }, 60_000);
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return () => {
    if (visit === undefined) throw new Error('expected the dashboard to be running');
    return visit;
  };
}

/** Light, fits a phone, no serious fault of accessibility. `prepare` is done before the page is opened. */
export async function expectFit(
  visit: Visit,
  path: string,
  prepare: (page: Page) => unknown = () => undefined,
): Promise<Response | null> {
  const page = await openPage(visit, { viewport: mobile });
  prepare(page);
  let transferred = 0;
  page.on('requestfinished', async (request) => {
    transferred += (await request.sizes()).responseBodySize;
  });
  const response = await page.goto(path, { waitUntil: 'networkidle' });
  expect(transferred).toBeLessThan(largestTransfer);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  return response;
}
