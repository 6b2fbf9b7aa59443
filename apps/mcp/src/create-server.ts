/** The server: seven tools and what an agent should know before it uses them. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Tool } from './define-tool.ts';
import type { McpDeps } from './deps.ts';
import { explain } from './tools/explain.ts';
import { ceiling, floor } from './tools/levels.ts';
import { price } from './tools/price.ts';
import { scenario } from './tools/scenario.ts';
import { series } from './tools/series.ts';
import { whatChanged } from './tools/what-changed.ts';

const tools: readonly Tool[] = [price, series, floor, ceiling, scenario, explain, whatChanged];

const instructions = `Market data for the economics of AI compute. Quote every number with its unit, date and terms, and cite its receipt.
Prices of different tenors or surfaces are different goods: do not compare, average or rank them together.
A value of null means that there is too little to say, not zero. What is withheld may not be passed on; say so rather than guess.`;

export function createMcpServer(deps: McpDeps): McpServer {
  const server = new McpServer({ name: 'bandgap', title: 'Bandgap', version: deps.version }, { instructions });
  for (const tool of tools) tool.register(server, deps);
  return server;
}
