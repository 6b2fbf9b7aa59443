/** The readers over PostgreSQL. Every statement is a query function of the db package. */
import type { AlertRule } from '@bandgap/catalog';
import type { Clock } from '@bandgap/core';
import { type Db, isMigrated } from '@bandgap/db';
import { findReceipt, verify } from '@bandgap/receipts';
import { readAlertHistory } from './alert-history-reader.ts';
import { readAlerts } from './alerts-reader.ts';
import { readCatalogue } from './catalogue-reader.ts';
import { readDataTime } from './data-time.ts';
import { readEvents } from './events-reader.ts';
import { readIndex, readIndices } from './index-reader.ts';
import { memoryReaders } from './memory-readers.ts';
import { readMemoryPrices } from './price-series-reader.ts';
import { readQuarantine } from './quarantine-reader.ts';
import type { Readers } from './readers.ts';
import { readScenario } from './scenario-reader.ts';
import { readCaptureBytes, readSourceDetail } from './source-detail-reader.ts';
import { readSources } from './source-reader.ts';
import { readTermStructure } from './term-structure-reader.ts';
import { readToday } from './today-reader.ts';
import { readTokenModel, readTokenModels, readTokenPrices } from './token-prices-reader.ts';

/** `rules` are those given, before people overrule them. */
export function databaseReaders(db: Db, clock: Clock, rules: readonly AlertRule[]): Readers {
  const { query } = db;
  return {
    ...memoryReaders(db),
    today: () => readToday(query, { now: clock(), rules }),
    indices: () => readIndices(query),
    index: (id, knownAt) => readIndex(query, id, { knownAt, rules }),
    oneChart: (scenario) => readScenario(query, scenario),
    events: (search) => readEvents(query, search),
    tokens: () => readTokenModels(query),
    tokenModel: (model) => readTokenModel(query, model, clock()),
    tokenPrices: (model) => readTokenPrices(query, model, clock()),
    memoryPrices: (part) => readMemoryPrices(query, part),
    termStructure: (gpu) => readTermStructure(query, gpu),
    alerts: () => readAlerts(query, { now: clock(), rules }),
    alertHistory: (rule) => readAlertHistory(query, rule, { now: clock(), rules }),
    quarantine: () => readQuarantine(query),
    catalogue: () => readCatalogue(query),
    receipt: (prefix) => findReceipt(query, prefix),
    verify: (prefix, reach) => verify(query, prefix, reach),
    sources: () => readSources(query, clock()),
    source: (id) => readSourceDetail(query, id, clock()),
    captureBytes: (sourceId, captureId) => readCaptureBytes(query, sourceId, captureId),
    dataTime: () => readDataTime(query),
    ready: async () => {
      if (!(await isMigrated(query)))
        throw new Error('expected every migration to be applied, was not; bandgap up applies them');
    },
  };
}
