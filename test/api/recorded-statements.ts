/** What is asked of the database meanwhile, with the values put in. */
import pg from 'pg';
import { z } from 'zod';

const Asked = z.object({ text: z.string(), values: z.array(z.unknown()).default([]) });

/** Every statement that `work` sends from this process, in order. */
export async function recordedStatements(work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function record(this: pg.Client, ...sent: unknown[]) {
    const [asked, values] = sent;
    const { data } = Asked.safeParse(typeof asked === 'string' ? { text: asked, values } : asked);
    if (data !== undefined) statements.push(filledIn(data.text, data.values));
    return Reflect.apply(query, this, sent);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

/** Literals without a type take the one that is needed, as parameters do. */
const filledIn = (text: string, values: readonly unknown[]): string =>
  text.replaceAll(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]));

const literal = (value: unknown): string =>
  value === null
    ? 'null'
    : pg.escapeLiteral(Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value));

const element = (value: unknown): string => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`;
