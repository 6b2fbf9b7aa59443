/** Takes a silence or an acknowledgement from a form, and leads back to the rule. */
import { addMinutes, UsageError } from '@bandgap/core';
import { type Silence, storeSilence } from '@bandgap/db';
import { firingOf } from '@bandgap/views';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { writes } from '../serve/access.ts';
import type { ApiDeps } from '../serve/deps.ts';
import { respond } from '../serve/page.tsx';
import { Refusal } from '../serve/problem.ts';
import { ruleAddress } from './alert-words.tsx';

type Deps = Pick<ApiDeps, 'readers' | 'version' | 'rest' | 'access'>;

const largestForm = 16_384;
const longestSilenceHours = 8760;

const text = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, `at most ${most} characters`);
const hours = z.coerce
  .number(`hours from 1 to ${longestSilenceHours}`)
  .int('whole hours')
  .min(1, `hours from 1 to ${longestSilenceHours}`)
  .max(longestSilenceHours, `hours from 1 to ${longestSilenceHours}`);

const Signed = z.object({ rule: text('a rule', 200), by: text('who asks for it', 80) });
const SilenceAsked = Signed.extend({ reason: text('why', 500), hours });
const Acknowledged = Signed.extend({
  reason: z.string().trim().max(500, 'at most 500 characters').default(''),
  hours: z
    .literal('')
    .transform(() => undefined)
    .or(hours)
    .optional(),
});

export function mountAlertChanges(app: Hono, deps: Deps): void {
  const taken = (path: string, silenceIn: (form: unknown) => Promise<Silence>) => {
    app.post(path, bodyLimit({ maxSize: largestForm }), async (context) => {
      try {
        await writes(deps.access)(context, async () => undefined);
        const silence = await silenceIn(await context.req.parseBody());
        await storeSilence(deps.rest.query, silence);
        return context.redirect(silence.ruleId === '*' ? '/alerts' : ruleAddress(silence.ruleId), 303);
      } catch (error) {
        if (error instanceof Refusal) return refused(context, deps, { why: error.message, status: 403 });
        if (error instanceof UsageError) return refused(context, deps, { why: error.message, status: 400 });
        throw error;
      }
    });
  };

  taken('/alerts/silence', async (form) => {
    const { rule, by, reason, hours: lasting } = parsed(SilenceAsked, form);
    await expectRule(deps, rule);
    const at = deps.rest.clock();
    return { ruleId: rule, transitionId: null, author: by, reason, at, until: addMinutes(at, lasting * 60) };
  });

  taken('/alerts/acknowledge', async (form) => {
    const { rule, by, reason, hours: lasting } = parsed(Acknowledged, form);
    await expectRule(deps, rule);
    const firing = await firingOf(deps.rest.query, rule);
    const at = deps.rest.clock();
    const until = lasting === undefined ? null : addMinutes(at, lasting * 60);
    return { ruleId: rule, transitionId: firing.id, author: by, reason, at, until };
  });
}

/** Throws a UsageError that says of every box what was expected and what it was. */
function parsed<T>(form: z.ZodType<T>, given: unknown): T {
  const result = form.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const complaints = result.error.issues.map(
    ({ path, message, input }) => `${path.join('.')}: expected ${message}, was ${JSON.stringify(input) ?? 'missing'}`,
  );
  throw new UsageError(complaints.join('; '));
}

/** Throws a UsageError for a rule that is not in force. */
async function expectRule({ readers }: Deps, rule: string): Promise<void> {
  if (rule === '*') return;
  const { rules } = await readers.alerts();
  if (!rules.some(({ id }) => id === rule))
    throw new UsageError(`rule: expected one that is in force, was ${JSON.stringify(rule)}`);
}

interface Refused {
  readonly why: string;
  readonly status: 400 | 403;
}

const refused = (context: Context, deps: Deps, { why, status }: Refused): Promise<Response> =>
  respond(context, deps, { title: 'Nothing changed', body: <NothingChanged why={why} />, status });

const NothingChanged = ({ why }: Pick<Refused, 'why'>) => (
  <>
    <h1>Nothing changed</h1>
    <p class="firing">{why}</p>
    <p>
      Go back and try again, or see <a href="/alerts">the rules</a>. On a server of others it takes the token for
      changes: open any page once with <code>?token=</code> and that token.
    </p>
  </>
);
