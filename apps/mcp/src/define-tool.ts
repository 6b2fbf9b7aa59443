/** A tool for agents: what it takes, what it answers, and how it is registered. None changes anything. */
import { messageOf, UsageError } from '@bandgap/core';
import { ModelError } from '@bandgap/models';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { z } from 'zod';
import type { McpDeps } from './deps.ts';

interface ToolDefinition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** Throws a UsageError that says what was expected. */
  answer(deps: McpDeps, asked: z.output<Input>): Promise<z.input<Output>>;
}

export interface Tool {
  readonly name: string;
  register(server: McpServer, deps: McpDeps): void;
}

export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: ToolDefinition<Input, Output>,
): Tool => ({
  name: tool.name,
  register: (server, deps) => {
    const { name, title, description, input, output } = tool;
    const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
    // An argument of another name would be dropped in silence, and everything answered.
    const schemas: Schemas = { inputSchema: input.strict(), outputSchema: output };
    server.registerTool(name, { title, description, ...schemas, annotations }, async (asked) => {
      try {
        const answer = output.parse(await tool.answer(deps, input.parse(asked)));
        return { content: [text(JSON.stringify(answer))], structuredContent: answer };
      } catch (error) {
        return refusal(deps, name, error);
      }
    });
  },
});

interface Schemas {
  readonly inputSchema: z.ZodObject;
  readonly outputSchema: z.ZodObject;
}

const text = (content: string) => ({ type: 'text', text: content }) as const;

function refusal({ log }: McpDeps, tool: string, error: unknown): CallToolResult {
  const isForPeople = error instanceof UsageError || error instanceof ModelError;
  if (!isForPeople)
    log(`${tool} failed: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`);
  const why = isForPeople ? error.message : 'something went wrong here; it is in the log of the server';
  return { isError: true, content: [text(why)] };
}
