/** One evaluation of one model, and what it was computed from. */
import { canonicalJson, sha256 } from './canonical-json.ts';
import type { SeriesKey } from './series.ts';
import type { Instant } from './time.ts';

/** A price that went into a model, with both of its clocks. */
export interface ObservedInput {
  readonly kind: 'observation';
  readonly role: string;
  readonly series: SeriesKey;
  readonly value: number;
  /** When the price was true, or first seen so. */
  readonly observedAt: Instant;
  /** When we learned it. */
  readonly recordedAt: Instant;
  /** When a fetch last found it unchanged. */
  readonly seenAt: Instant;
}

/** A cited figure of the catalog that nobody quotes daily. */
export interface AssumedInput {
  readonly kind: 'assumption';
  readonly role: string;
  /** Id in the catalog, with the date of its set: `2026-05-01/vr-nvl72/capexPerWatt`. */
  readonly id: string;
  readonly value: number | string;
}

/** The outcome of another run. */
export interface DerivedInput {
  readonly kind: 'run';
  readonly role: string;
  readonly receipt: string;
  readonly output: object;
}

export type RunInput = ObservedInput | AssumedInput | DerivedInput;

/** What a model is asked: about what, as of when, knowing what. */
export interface RunQuestion {
  readonly model: string;
  /** Raised when the method would answer the same inputs differently. */
  readonly version: number;
  readonly subject: string;
  readonly asOf: Instant;
  /** Nothing recorded after this instant was used. */
  readonly knownAt: Instant;
  readonly inputs: readonly RunInput[];
}

export interface Run extends RunQuestion {
  /** SHA-256 of the question: same question, same receipt, on every machine. */
  readonly receipt: string;
  readonly output: object;
}

/** The canonical text of a question; its hash is the receipt. Another run is named by its receipt, which says all of it. */
export const questionText = ({ model, version, subject, asOf, knownAt, inputs }: RunQuestion): string =>
  canonicalJson({
    model,
    version,
    subject,
    asOf,
    knownAt,
    inputs: inputs.map((input) => (input.kind === 'run' ? { ...input, output: undefined } : input)),
  });

export const receiptOf = (question: RunQuestion): string => sha256(questionText(question));
