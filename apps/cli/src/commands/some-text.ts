/** Who does something, and why: an option that is signed must say something. */
import { InvalidArgumentError } from 'commander';

/** Throws commander's InvalidArgumentError for what is blank or too long to be shown. */
export function someText(written: string): string {
  const said = written.trim();
  if (said === '' || said.length > 500) throw new InvalidArgumentError('Expected some text of at most 500 characters.');
  return said;
}
