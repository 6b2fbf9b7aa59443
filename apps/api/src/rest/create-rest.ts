/** The interface for programs under /v1, and its description: OpenAPI 3.1 made from the schemas it checks with. */
import { messageOf } from '@bandgap/core';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ApiDeps } from '../serve/deps.ts';
import { problem, Refusal } from '../serve/problem.ts';
import { mountAlerts } from './alerts.ts';
import { mountAssumptions } from './assumptions.ts';
import { mountConstituents } from './constituents.ts';
import { mountEvents } from './events.ts';
import { mountFigures } from './figures.ts';
import { mountIndices } from './indices.ts';
import { refuseInvalid } from './invalid-parameter.ts';
import { mountLatest } from './latest.ts';
import { mountModels } from './models.ts';
import { mountObservations } from './observations.ts';
import { mountReceipts } from './receipts.ts';
import { mountRuns } from './runs.ts';
import { mountSeries } from './series.ts';
import { mountSources } from './sources.ts';
import { mountStream } from './stream.ts';

export interface Rest {
  readonly app: OpenAPIHono;
  /** The OpenAPI document. */
  readonly document: ReturnType<OpenAPIHono['getOpenAPI31Document']>;
}

type Parts = Pick<ApiDeps, 'rest' | 'changes' | 'version' | 'log'>;

export function createRest({ rest: deps, changes, version, log }: Parts): Rest {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  mountFigures(app, deps);
  mountSeries(app, deps);
  mountObservations(app, deps);
  mountLatest(app, deps);
  mountIndices(app, deps);
  mountConstituents(app, deps);
  mountRuns(app, deps);
  mountReceipts(app, deps);
  mountModels(app);
  mountAssumptions(app);
  mountSources(app, deps);
  mountAlerts(app, deps);
  mountEvents(app, deps);
  mountStream(app, { ...deps, changes, log });

  app.onError((error, context) => {
    if (error instanceof Refusal) return problem(context, error);
    if (error instanceof HTTPException) return problem(context, asRefusal(error));
    log(`${context.req.method} ${context.req.path} failed: ${error.stack ?? messageOf(error)}`);
    return problem(context, new Refusal('internal', 'something went wrong here; it is in the log of the server'));
  });

  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'Needed where the server was given one: always when others than this machine can reach it.',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Bandgap',
      version,
      description:
        'Market data for the economics of AI compute. Every table is JSON, CSV or Parquet: ask by the Accept header, by `format`, or by .csv or .parquet at the end of the path. Rates are fractions, times are UTC, and every price has its unit.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/v1' }],
    security: [{}, { token: [] }],
  });
  app.get('/openapi.json', (context) => context.json(document));
  return { app, document };
}

/** What Hono itself refuses: a body that is no JSON, or does not say that it is. */
const asRefusal = (error: HTTPException): Refusal =>
  error.status === 415
    ? new Refusal('not-json', 'expected a body with Content-Type: application/json')
    : new Refusal('invalid-body', `expected a JSON body: ${error.message}`);
