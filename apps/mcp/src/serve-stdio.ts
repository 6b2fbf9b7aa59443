/** The tools over standard input and output, for an agent that starts the command itself. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from './create-server.ts';
import type { McpDeps } from './deps.ts';

export interface ServedOverStdio {
  /** When the agent has gone. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export async function serveStdio(deps: McpDeps): Promise<ServedOverStdio> {
  const server = createMcpServer(deps);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  return { ended, close: () => server.close() };
}
