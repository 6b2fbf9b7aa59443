/** `bandgap feed`: what the body of a feed parses to, as JSON. Starts no database. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { messageOf, SourceChanged, UsageError } from '@bandgap/core';
import { feedDate, parseFeed } from '@bandgap/sources';
import type { Command } from 'commander';
import { sayJson } from '../print.ts';

const largestBody = 32 * 2 ** 20;

export function registerFeed(program: Command): void {
  program
    .command('feed')
    .description('parse the body of a feed and print its entries')
    .argument('<file>', 'the body, as fetched or gzipped')
    .option('--content-type <type>', 'the Content-Type it was served with')
    .action(async (file: string, { contentType = '' }: { contentType?: string }) => {
      const { parser, isWhole, entries } = parse(await bodyIn(file), file, contentType);
      sayJson({
        parser,
        isWhole,
        entries: entries.map(({ guid, title, link, date }) => ({
          guid: guid ?? null,
          title: title ?? null,
          link: link ?? null,
          publishedAt: feedDate(date ?? '') ?? null,
        })),
      });
    });
}

async function bodyIn(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: largestBody }) : bytes;
  } catch (cause) {
    throw new UsageError(`expected a file with the body of a feed, could not read ${file}: ${messageOf(cause)}`, {
      cause,
    });
  }
}

function parse(bytes: Uint8Array, file: string, contentType: string) {
  try {
    return parseFeed({ bytes, contentType });
  } catch (cause) {
    if (!(cause instanceof SourceChanged)) throw cause;
    throw new UsageError(`${file}: ${cause.message}`, { cause });
  }
}
