/** Which document of a source a file is a version of. */
import type { Source } from '@bandgap/sources';

/**
 * The file of a source with one document is that document; where some of `paths` bear its name, only those are. Where there are
 * several documents, a file belongs to the one whose own words all stand in its path: `aws/vms.csv` to the address with `aws` in
 * it. Its name, without the date, is the name in the address, or says those words, or says nothing.
 */
export function documentUrls(source: Source, paths: readonly string[] = []): (path: string) => string | undefined {
  const urls = source.requests({ key: '' }).map(({ url }) => url);
  if (urls.length === 1) {
    const [url = ''] = urls;
    const bearsName = (path: string) => stemOf(path) === stemOf(url);
    return paths.some(bearsName) ? (path) => (bearsName(path) ? url : undefined) : () => url;
  }
  const words = urls.map(wordsOf);
  const documents = urls.map((url, index) => ({
    url,
    name: nameOf(url),
    own: [...(words[index] ?? [])].filter((word) => !words.every((others) => others.has(word))),
  }));
  return (path) => {
    const inPath = wordsOf(path);
    const name = nameOf(path);
    const found = documents.filter(
      (document) => document.own.every((word) => inPath.has(word)) && isNameOf(document, name),
    );
    return found.toSorted((a, b) => b.own.length - a.own.length)[0]?.url;
  };
}

/** The words that tell the documents of a source apart, for whoever has files that say none of them. */
export function tellingWords(source: Source): readonly string[] {
  const words = source.requests({ key: '' }).map(({ url }) => wordsOf(url));
  return words.map((own) => [...own].filter((word) => !words.every((others) => others.has(word))).join(' '));
}

interface Document {
  readonly name: string;
  readonly own: readonly string[];
}

const isNameOf = (document: Document, name: string): boolean => {
  const said = wordsOf(stemOf(name));
  return said.size === 0 || name === document.name || document.own.every((word) => said.has(word));
};

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    decodeURIComponent(text)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [],
  );

const nameOf = (path: string): string =>
  path
    .replace(/\.gz$/, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1) ?? '';

const stemOf = (path: string): string => nameOf(path).replace(/\.[a-z]+$/i, '');
