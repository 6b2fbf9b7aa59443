/** The application: the pages and charts for people, /v1 for programs, and what a supervisor asks. */
import { messageOf } from '@bandgap/core';
import { Hono } from 'hono';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { mountFeed } from './feeds/mount-feed.ts';
import { mountAlertChanges } from './pages/alert-changes.tsx';
import { mountPages } from './pages/mount-pages.ts';
import { NotFound } from './pages/not-found.tsx';
import { createRest } from './rest/create-rest.ts';
import { mountLlms } from './rest/llms.ts';
import { readMetrics } from './rest/metrics.ts';
import { nothingHere } from './rest/nothing-here.ts';
import { mountReference } from './rest/reference-page.tsx';
import { pathWithoutFormat } from './rest/table.ts';
import { reads } from './serve/access.ts';
import type { ApiDeps } from './serve/deps.ts';
import { respond } from './serve/page.tsx';
import { problem, Refusal, wantsProblem } from './serve/problem.ts';
import { rateLimit } from './serve/rate-limit.ts';
import { hostGuard, securityHeaders } from './serve/security.ts';
import { wholeAnswers } from './serve/whole-answers.ts';

export function createApi(deps: ApiDeps): Hono {
  const { hosts, access, requestsPerMinute: perMinute, rest, version } = deps;
  const app = new Hono({ getPath: pathWithoutFormat });
  app.use(securityHeaders);
  if (hosts !== undefined) app.use(hostGuard(hosts));
  if (perMinute !== undefined) app.use(rateLimit({ perMinute, clock: rest.clock }));
  app.use(reads(access));
  app.use(wholeAnswers);
  app.use(trimTrailingSlash());

  mountPages(app, deps);
  mountAlertChanges(app, deps);
  mountFeed(app, deps);
  app.get('/livez', (context) => context.text('alive'));
  app.get('/readyz', async (context) => {
    try {
      await deps.readers.ready();
      return context.text('ready');
    } catch (error) {
      deps.log(`not ready: ${messageOf(error)}`);
      return context.text('the database does not answer, or is of another version', 503);
    }
  });

  const programs = createRest(deps);
  app.route('/v1', programs.app);
  mountReference(app, deps, programs);
  mountLlms(app, rest, programs);
  app.get('/metrics', async (context) =>
    context.body(await readMetrics(rest, version), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );

  app.notFound((context) => {
    const why = `There is nothing at ${context.req.path}.`;
    if (wantsProblem(context)) return nothingHere(context, programs.document);
    return respond(context, deps, { title: 'Not found', body: <NotFound why={why} />, status: 404 });
  });
  app.onError((error, context) => {
    if (error instanceof Refusal) return problem(context, error);
    deps.log(`${context.req.method} ${context.req.path} failed: ${error.stack ?? messageOf(error)}`);
    const why = 'Something went wrong here; it is in the log of the server.';
    if (wantsProblem(context)) return problem(context, new Refusal('internal', why));
    return respond(context, deps, { title: 'Error', body: <NotFound why={why} />, status: 500 });
  });
  return app;
}
