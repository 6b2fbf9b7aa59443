/** A Chromium of the machine, where one is installed. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export const haveChromium = executablePath !== undefined;

export const startChromium = (): Promise<Browser> =>
  chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });

/** A browser, and the only place it may go. */
export interface Visit {
  readonly browser: Browser;
  readonly origin: string;
}

/** A page that has asked nobody but `origin`, or the test fails when it ends. */
export async function openPage({ browser, origin }: Visit, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const strangers: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) strangers.push(request.url());
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => void errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    if (strangers.length + errors.length > 0) throw new Error([...strangers, ...errors].join('\n'));
  });
  return page;
}
