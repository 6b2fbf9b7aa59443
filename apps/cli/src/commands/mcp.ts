/** `bandgap mcp`: the figures as tools for agents, over standard input and output or over HTTP on this machine. */
import { systemClock, UsageError } from '@bandgap/core';
import { publishRegistry } from '@bandgap/db';
import { type McpDeps, serveHttp, serveStdio } from '@bandgap/mcp';
import { publishedRegistry } from '@bandgap/views';
import type { Command } from 'commander';
import { type Opening, openDatabase } from '../open-system.ts';
import { runCommand, runService } from '../run-command.ts';
import { version } from '../version.ts';

const usualPort = '4181';

export function registerMcp(program: Command): void {
  program
    .command('mcp')
    .description('serve prices, floors, ceilings and receipts as tools for agents (Model Context Protocol)')
    .option(
      '--http [port]',
      `over HTTP on this machine, port ${usualPort} unless given, instead of standard input and output`,
    )
    .action(({ http }: { http?: string | true }) =>
      http === undefined
        ? runCommand(overStdio, { progress: toOperator })
        : runService((opening) => overHttp(opening, http === true ? usualPort : http), { progress: toOperator }),
    );
}

/** Standard output belongs to the protocol. */
const toOperator = (line: string): void => void process.stderr.write(`${line}\n`);

async function overStdio(opening: Opening): Promise<void> {
  const served = await serveStdio(await mcpDeps(opening));
  opening.lifecycle.opened('mcp', () => served.close());
  await served.ended;
}

async function overHttp(opening: Opening, given: string): Promise<void> {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--http takes a port from 0 to 65535, was ${given}`);
  const served = await serveHttp(await mcpDeps(opening), port);
  opening.lifecycle.opened('mcp', () => served.close());
  toOperator(`mcp: ${served.url}`);
}

async function mcpDeps(opening: Opening): Promise<McpDeps> {
  const { db } = await openDatabase(opening);
  const licensed = opening.settings.BANDGAP_LICENSED;
  await publishRegistry(db, publishedRegistry(licensed));
  return { db, clock: systemClock, licensed, version, log: toOperator };
}
