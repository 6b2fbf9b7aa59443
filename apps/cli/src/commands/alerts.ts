/** `bandgap alerts`: what rules say, and what is said of them. */
import type { Command } from 'commander';
import { registerAlertsLs } from './alerts-ls.ts';
import { registerAlertsReplay } from './alerts-replay.ts';
import { registerAlertsRules } from './alerts-rules.ts';
import { registerAlertsSilence } from './alerts-silence.ts';
import { registerAlertsTest } from './alerts-test.ts';

export function registerAlerts(program: Command): void {
  const alerts = program.command('alerts').description('what is worth waking somebody for, and whom it woke');
  registerAlertsLs(alerts);
  registerAlertsRules(alerts);
  registerAlertsReplay(alerts);
  registerAlertsSilence(alerts);
  registerAlertsTest(alerts);
}
