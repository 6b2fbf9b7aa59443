/** What an alert rule is: a subject, a condition on it, and how patient it is. Plain data, as a file or a request brings it. */
import type { Unit } from '@bandgap/core';

/** What is watched. */
export type AlertSubject =
  /** The daily fixings of a rental index: `h100/on_demand/neocloud`. */
  | { readonly kind: 'index'; readonly id: string }
  /** The price of a language model: blended over a workload, or one meter as several sources confirm it. */
  | { readonly kind: 'token'; readonly model: string; readonly price: 'blended' | 'input' | 'output' | 'cache_read' }
  /** The price per gigabyte of a memory part, by source, part and basis: `dramexchange/dram-ddr5-16gb-4800/spot`. */
  | { readonly kind: 'memory'; readonly id: string }
  /** A figure that a model works out for a project: `vr-nvl72/contract_5y`. */
  | { readonly kind: 'figure'; readonly figure: ProjectFigure; readonly project: string }
  /** A source; `*` stands for every one that is enabled. */
  | { readonly kind: 'source'; readonly id: string }
  /**
   * Events of what has an id, or the beginning of one, in `of`, told by the sources or models in `from`; all where absent.
   * What several sources tell is told once by `confirmed-price`.
   */
  | { readonly kind: 'events'; readonly of?: readonly string[]; readonly from?: readonly string[] };

export const projectFigures = ['new_build_floor', 'cash_floor', 'parity_ceiling', 'conservative_ceiling'] as const;
export type ProjectFigure = (typeof projectFigures)[number];

/** What a price is held against. */
export type AlertReference =
  | { readonly kind: 'floor'; readonly floor: 'new_build' | 'cash'; readonly project: string }
  | { readonly kind: 'ceiling'; readonly ceiling: 'parity' | 'conservative'; readonly project: string }
  | { readonly kind: 'constant'; readonly value: number; readonly unit: Unit; readonly label?: string }
  | { readonly kind: 'series'; readonly subject: AlertSubject };

/** Turns a reference of other terms into one that may be compared. Every message shows the label. */
export interface TermFactor {
  readonly value: number;
  readonly label: string;
}

export type AlertCondition =
  | {
      readonly kind: 'crosses';
      readonly direction: 'below' | 'above';
      readonly reference: AlertReference;
      readonly termFactor?: TermFactor;
    }
  /** Less than this far above a floor, or below a ceiling. */
  | {
      readonly kind: 'headroom';
      readonly underPercent: number;
      readonly reference: AlertReference;
      readonly termFactor?: TermFactor;
    }
  /** Differs by this much from what it was this many days before, in either direction unless one is given. */
  | {
      readonly kind: 'moves';
      readonly byPercent: number;
      readonly withinDays: number;
      readonly direction?: 'up' | 'down';
    }
  /** Nothing from the source was believed for so long; the source's own limit where absent. */
  | { readonly kind: 'stale'; readonly afterMinutes?: number }
  /** Sources differ by this much about one seller's price. */
  | { readonly kind: 'disagrees'; readonly byPercent: number }
  | { readonly kind: 'event'; readonly events: readonly AlertEventKind[] };

/** What a price of tokens does that is news to buyers. */
export const marketEventKinds = [
  'price_changed',
  'blend_changed',
  'promo_started',
  'promo_ended',
  'change_scheduled',
  'change_cancelled',
  'tier_changed',
  'time_window_changed',
  'model_added',
  'model_removed',
] as const;

export const alertEventKinds = [
  ...marketEventKinds,
  'deprecation_announced',
  'alias_repointed',
  'source_disagreement',
  'suspect_value',
  'source_stale',
  'parser_drift',
] as const;
export type AlertEventKind = (typeof alertEventKinds)[number];

/** Where messages can go. */
export const channelNames = [
  'webhook',
  'slack',
  'discord',
  'teams',
  'mattermost',
  'telegram',
  'ntfy',
  'email',
  'apprise',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** How many samples it takes to say something, and how often it is said again. */
export interface AlertPatience {
  /** Judged samples in a row on the wrong side until the rule fires. */
  readonly firesAfter: number;
  /** Judged samples in a row well on the right side until it clears. */
  readonly clearsAfter: number;
  /** How far on the right side is well on it, as a fraction of the threshold. */
  readonly hysteresis: number;
  /** Samples in a row without a value until people hear of that. */
  readonly noDataAfter: number;
  /** While it fires, say so again after so many days; once where absent. */
  readonly remindEveryDays?: number;
  /** Say at once that a rule fires which began to watch when it already did. */
  readonly fireOnStart: boolean;
}

export interface AlertRule extends AlertPatience {
  readonly id: string;
  readonly title: string;
  readonly subject: AlertSubject;
  readonly condition: AlertCondition;
  /** Names of channels; all where absent. */
  readonly channels?: readonly string[];
}

export type WrittenRule = Pick<AlertRule, 'id' | 'title' | 'subject' | 'condition' | 'channels'> &
  Partial<AlertPatience>;

/** A fixing comes every day and may be a reader's mistake. Other prices are seen only when they change, and are believed at once. */
export const withPatience = (rule: WrittenRule): AlertRule => ({
  firesAfter: rule.subject.kind === 'index' ? 2 : 1,
  clearsAfter: 1,
  hysteresis: 0.02,
  noDataAfter: 3,
  fireOnStart: false,
  ...rule,
});
