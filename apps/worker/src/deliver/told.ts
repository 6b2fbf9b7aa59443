/** What there is to tell about one transition, read from the database. */
import type { AlertRule } from '@bandgap/catalog';
import type { StoredEvent, StoredRun, StoredTransition } from '@bandgap/db';
import type { Picture } from './alert-message.ts';
import type { FloorDrivers } from './floor-drivers.ts';

export interface Told {
  /** Of the delivery. */
  readonly id: string;
  readonly sentAt: Date;
  /** Where people find the dashboard, without a slash at the end. */
  readonly publicUrl: string;
  readonly transition: StoredTransition;
  /** Undefined where the rule was withdrawn meanwhile. */
  readonly rule: AlertRule | undefined;
  /** The answer that crossed, and the one it crossed. */
  readonly run: StoredRun | undefined;
  readonly reference: StoredRun | undefined;
  /** The answer of the fixing, or the date, before. */
  readonly previous: StoredRun | undefined;
  readonly drivers: FloorDrivers | undefined;
  readonly event: StoredEvent | undefined;
  readonly picture: Picture | undefined;
}
