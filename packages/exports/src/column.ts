/** A table's columns, named and typed by the schema of its rows, so that every format says the same. */
import { z } from 'zod';

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'instant' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

export type Row = Readonly<Record<string, unknown>>;

/** The columns of a row, in the order in which the schema names them. What is neither text, number nor yes or no is JSON. */
export function columnsOf(row: z.ZodObject): readonly Column[] {
  const { properties = {} } = z.toJSONSchema(row, { io: 'output', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => ({ name, type: typeOf(property) }));
}

type Property = z.core.JSONSchema.JSONSchema | boolean;

/** What a property may be beside missing. */
function typeOf(property: Property): ColumnType {
  if (typeof property === 'boolean') return 'json';
  const [only, ...others] = (property.anyOf ?? [property].flatMap(eachType)).filter(({ type }) => type !== 'null');
  if (only === undefined || others.length > 0) return 'json';
  if (only.type === 'string') return only.format === 'date-time' ? 'instant' : 'text';
  return only.type === 'number' || only.type === 'integer' || only.type === 'boolean' ? only.type : 'json';
}

const eachType = (property: z.core.JSONSchema.JSONSchema): readonly z.core.JSONSchema.JSONSchema[] =>
  Array.isArray(property.type) ? property.type.map((type) => ({ ...property, type })) : [property];
