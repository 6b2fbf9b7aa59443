/** Everything that people see: the pages, their charts, their looks and their scripts. */
import type { Hono } from 'hono';
import { mountCaptures } from '../serve/captures.ts';
import { mountCharts } from '../serve/charts.ts';
import { mountIslands } from '../serve/islands.ts';
import { mountPage, type PageDeps } from '../serve/page.tsx';
import { alertRulePage } from './alert-rule.tsx';
import { alertsPage } from './alerts.tsx';
import { changesPage } from './changes.tsx';
import { dataPage } from './data.tsx';
import { gpuPage } from './gpu.tsx';
import { indexPage } from './index-page.tsx';
import { memoryPage } from './memory.tsx';
import { memoryPartPage } from './memory-part.tsx';
import { modelSystemPage } from './model-system.tsx';
import { modelsPage } from './models.tsx';
import { oneChartPage } from './one-chart.tsx';
import { receiptPage } from './receipt.tsx';
import { scenariosPage } from './scenarios.tsx';
import { sourcePage } from './source.tsx';
import { sourcesPage } from './sources.tsx';
import { styleSheet } from './style-sheet.ts';
import { termStructurePage } from './term-structure.tsx';
import { todayPage } from './today.tsx';
import { tokenModelPage } from './token-model.tsx';
import { tokensPage } from './tokens.tsx';
import { verifyPage } from './verify.tsx';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 12.5h12M2 3.5h12" stroke="#1b1b1b" stroke-width="2"/><circle cx="8" cy="8" r="2" fill="#d55e00"/></svg>';

export function mountPages(app: Hono, deps: PageDeps): void {
  mountPage(app, deps, todayPage);
  mountPage(app, deps, oneChartPage);
  mountPage(app, deps, gpuPage);
  mountPage(app, deps, termStructurePage);
  mountPage(app, deps, indexPage);
  mountPage(app, deps, tokensPage);
  mountPage(app, deps, tokenModelPage);
  mountPage(app, deps, memoryPage);
  mountPage(app, deps, memoryPartPage);
  mountPage(app, deps, modelsPage);
  mountPage(app, deps, modelSystemPage);
  mountPage(app, deps, scenariosPage);
  mountPage(app, deps, alertsPage);
  mountPage(app, deps, alertRulePage);
  mountPage(app, deps, changesPage);
  mountPage(app, deps, dataPage);
  mountPage(app, deps, receiptPage);
  mountPage(app, deps, verifyPage);
  mountPage(app, deps, sourcesPage);
  mountPage(app, deps, sourcePage);
  mountCharts(app, deps);
  mountCaptures(app, deps);
  mountIslands(app);
  app.get('/style.css', (context) => context.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (context) => context.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
}
