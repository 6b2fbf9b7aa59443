/** An agent's own client asks every tool: in one process, over standard input and output, and over HTTP. */
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@bandgap/core';
import { createMcpServer, type McpDeps, serveHttp } from '@bandgap/mcp';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, onTestFinished, test } from 'vitest';
import { replayedDatabase } from '../support/replayed.ts';

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

async function inProcess(deps: McpDeps): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createMcpServer(deps).connect(theirs);
  return connected(ours);
}

type Answer = ReturnType<typeof JSON.parse>;

/** What a tool answers; throws what it refuses. The client checks the answer against the schema of the tool. */
async function ask(client: Client, name: string, args: Record<string, unknown> = {}): Promise<Answer> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
  const [first] = content as readonly { readonly text: string }[];
  if (isError) throw new Error(first?.text);
  expect(JSON.parse(first?.text ?? '')).toEqual(structuredContent);
  return JSON.parse(first?.text ?? '');
}

test('every tool, as an agent sees it', async () => {
  const { db, databaseUrl } = await replayedDatabase();
  const logged: string[] = [];
  const deps = { db, clock: systemClock, licensed: [], version: 'test', log: (line: string) => void logged.push(line) };
  const client = await inProcess(deps);

  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'price',
    'series',
    'floor',
    'ceiling',
    'scenario',
    'explain',
    'what_changed',
  ]);
  for (const { annotations, outputSchema, inputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
  }

  const h100 = await ask(client, 'price', { subject: 'h100' });
  const index = h100.answers.find(({ subject }: Answer) => subject === 'h100/on_demand/neocloud');
  expect(index).toMatchObject({
    what: 'rental index',
    value: 2.23575,
    unit: 'USD/GPU-hr',
    date: '2026-06-14T00:00:00.000Z',
    tenor: 'on_demand',
    terms: { segment: 'neocloud' },
    n: 8,
    confidence: 'ok',
  });
  for (const figure of h100.prices) {
    expect(figure).toMatchObject({ unit: 'USD/GPU-hr', terms: { kind: 'rental' }, tenor: expect.any(String) });
    expect(figure.document.sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect((await ask(client, 'price', { subject: 'h100', limit: 2 })).more).toBe(true);
  const opus = await ask(client, 'price', { subject: 'anthropic/claude-opus-4-7' });
  expect(opus.answers.map(({ what }: { what: string }) => what)).toContain('confirmed list price, input');
  const dram = await ask(client, 'price', { subject: 'dram-ddr5-16gb-4800' });
  expect(dram.withheld.map(({ source }: { source: string }) => source)).toEqual(['dramexchange']);
  expect(JSON.stringify(dram.answers.concat(dram.prices))).not.toContain('"source":"dramexchange"');
  await expect(ask(client, 'price', { subject: 'dram-ddr4-16gb-ett' })).rejects.toThrow(
    /only dramexchange has it, and its terms forbid .*BANDGAP_LICENSED/,
  );
  await expect(ask(client, 'price', { subject: 'rtx-1' })).rejects.toThrow(/^expected a GPU, .* was "rtx-1"$/);

  const { points } = await ask(client, 'series', { id: 'h100/on_demand/neocloud', from: '2026-06-10' });
  expect(points.map(({ date }: { date: string }) => date.slice(8, 10))).toEqual(['10', '11', '12', '13', '14']);
  await expect(ask(client, 'series', { id: 'dramexchange/dram-ddr5-16gb-4800/spot' })).rejects.toThrow(
    /its terms forbid/,
  );

  const { figures } = await ask(client, 'floor', { project: 'vr-nvl72' });
  expect(figures.find(({ what }: { what: string }) => what === 'new_build floor')).toMatchObject({
    value: expect.closeTo(4.92, 2),
    tenor: 'contract_5y',
    date: '2026-05-01T00:00:00.000Z',
  });
  await expect(ask(client, 'floor', { project: 'abacus' })).rejects.toThrow(
    /expected a project with a floor \(.*h100-sxm\/on_demand.*was abacus/,
  );
  await expect(ask(client, 'floor', { system: 'vr-nvl72' })).rejects.toThrow(/[Uu]nrecognized key.*system/);
  expect((await ask(client, 'ceiling')).figures.map(({ value }: { value: number }) => value)).toEqual([9.625, 12.25]);

  const published = await ask(client, 'scenario');
  expect(published).toMatchObject({ floor: expect.closeTo(4.92, 2), receipts: { floor: figures[1]?.receipt } });
  const dearer = await ask(client, 'scenario', { systemPrice: 150_000 });
  expect(dearer.floor).toBeGreaterThan(published.floor);
  expect(dearer.receipts.floor).toBeUndefined();
  await expect(ask(client, 'scenario', { systemPrice: -1 })).rejects.toThrow(/^systemPrice: expected .* was "-1"/);

  const explained = await ask(client, 'explain', { receipt: index.receipt.slice(0, 12), recompute: true });
  expect(explained.verdict).toMatchObject({ holds: true, differences: [] });
  expect(explained.inputs[0]).toMatchObject({ kind: 'observation', unit: 'USD/GPU-hr', sha256: expect.any(String) });
  await expect(ask(client, 'explain', { receipt: '7b04fbc7478b' })).rejects.toThrow(
    /a restricted source is behind this one/,
  );
  await expect(ask(client, 'explain', { receipt: 'no' })).rejects.toThrow(/^expected a receipt/);

  const { events } = await ask(client, 'what_changed', { since: '2026-06-01', onlyNews: false });
  expect(events[0]).toMatchObject({ text: expect.any(String), recordedAt: expect.any(String) });
  await expect(ask(client, 'what_changed', { since: 'yesterday' })).rejects.toThrow(/since/);
  expect(logged).toEqual([]);

  const overStdio = await connected(
    new StdioClientTransport({
      command: process.execPath,
      args: [fileURLToPath(new URL('../../apps/cli/bin/bandgap.mjs', import.meta.url)), 'mcp'],
      env: { DATABASE_URL: databaseUrl, PATH: process.env.PATH ?? '' },
    }),
  );
  expect(await ask(overStdio, 'floor', { project: 'vr-nvl72' })).toEqual({ figures });

  const served = await serveHttp(deps, 0);
  onTestFinished(() => served.close());
  const overHttp = await connected(new StreamableHTTPClientTransport(new URL(served.url)) as Transport);
  expect(await ask(overHttp, 'floor', { project: 'vr-nvl72' })).toEqual({ figures });
  expect(await statusOf(served.url, { Host: 'evil.example' })).toBe(421);
  expect(await statusOf(served.url, { Origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf(served.url.replace('/mcp', '/'), {})).toBe(404);
}, 180_000);

const statusOf = (url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
