/** The application: pages, their data as JSON, charts, and what a supervisor asks. */
import { messageOf } from '@bandgap/core';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { gpuPage } from './pages/gpu.tsx';
import { indexPage } from './pages/index-page.tsx';
import { NotFound } from './pages/not-found.tsx';
import { oneChartPage } from './pages/one-chart.tsx';
import { receiptPage } from './pages/receipt.tsx';
import { sourcesPage } from './pages/sources.tsx';
import { styleSheet } from './pages/style-sheet.ts';
import { todayPage } from './pages/today.tsx';
import { mountCharts } from './serve/charts.ts';
import type { ApiDeps } from './serve/deps.ts';
import { mountPage, respond } from './serve/page.tsx';
import { problem, wantsJson } from './serve/problem.ts';
import { hostGuard, securityHeaders } from './serve/security.ts';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 12.5h12M2 3.5h12" stroke="#1b1b1b" stroke-width="2"/><circle cx="8" cy="8" r="2" fill="#d55e00"/></svg>';

export function createApi(deps: ApiDeps): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  if (deps.hosts !== undefined) app.use(hostGuard(deps.hosts));
  app.use(etag());
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-cache');
  });

  mountPage(app, deps, todayPage);
  mountPage(app, deps, oneChartPage);
  mountPage(app, deps, gpuPage);
  mountPage(app, deps, indexPage);
  mountPage(app, deps, receiptPage);
  mountPage(app, deps, sourcesPage);
  mountCharts(app, deps);
  app.get('/style.css', (context) => context.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (context) => context.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  app.get('/livez', (context) => context.text('alive'));
  app.get('/readyz', async (context) => {
    try {
      await deps.readers.ready();
      return context.text('ready');
    } catch (error) {
      deps.log(`not ready: ${messageOf(error)}`);
      return context.text('the database does not answer', 503);
    }
  });

  app.notFound((context) => {
    const why = `There is nothing at ${context.req.path}.`;
    if (wantsJson(context)) return problem(context, 404, why);
    return respond(context, deps, { title: 'Not found', body: <NotFound why={why} />, status: 404 });
  });
  app.onError((error, context) => {
    deps.log(`${context.req.method} ${context.req.path} failed: ${error.stack ?? messageOf(error)}`);
    const why = 'Something went wrong here; it is in the log of the server.';
    if (wantsJson(context)) return problem(context, 500, why);
    return respond(context, deps, { title: 'Error', body: <NotFound why={why} />, status: 500 });
  });
  return app;
}
