/** Figures printed once, in articles and by their makers: the catalog cites them, and they ship with Bandgap. */
import type { Artifact, Row } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../define-source.ts';
import { jsonDocument, jsonPointer } from '../documents/json-document.ts';

/** What sources of such figures have in common. */
export const printedFigures = {
  parserVersion: 1,
  schedule: '0 0 * * *',
  staleAfterMinutes: 180 * 1440,
  licence: {
    terms: 'attribution',
    name: 'Single figures in print',
    attribution: 'the publisher named with each figure',
  },
  optIn: false,
  requests: () => [],
} as const satisfies Partial<Source>;

/** One row for each figure. Throws a ZodError where one has not the shape of `Point`. */
export const rowsInPrint = <T>(
  artifact: Artifact,
  Point: z.ZodType<T>,
  rowOf: (point: T, at: string) => Row,
): readonly Row[] =>
  z
    .array(Point)
    .parse(jsonDocument(artifact))
    .map((point, index) => rowOf(point, jsonPointer(index, 'value')));
