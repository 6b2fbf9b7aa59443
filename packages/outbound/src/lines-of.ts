/** The lines of a long text that are worth keeping, each with its end, while the text streams past. */
import { Refused } from './outbound-error.ts';

const mostStreamedBytes = 2 ** 30;
const longestLine = 2 ** 20;
const newline = 0x0a;

/** Throws Refused `too_large` where the text, or one line of it, never ends. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  keepLine: (line: string) => boolean,
): AsyncGenerator<Buffer> {
  let streamed = 0;
  let begun: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    streamed += chunk.length;
    const text = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
    let start = 0;
    for (let end = text.indexOf(newline); end !== -1; end = text.indexOf(newline, start)) {
      if (keepLine(text.toString('utf8', start, end))) yield text.subarray(start, end + 1);
      start = end + 1;
    }
    begun = text.subarray(start);
    if (streamed > mostStreamedBytes) throw tooLong(`a text of at most ${mostStreamedBytes} bytes`);
    if (begun.length > longestLine) throw tooLong(`lines of at most ${longestLine} bytes`);
  }
  if (begun.length > 0 && keepLine(begun.toString('utf8'))) yield begun;
}

const tooLong = (expected: string) => new Refused({ code: 'too_large', expected, was: 'more' });
