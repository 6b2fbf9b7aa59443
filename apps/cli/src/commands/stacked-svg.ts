/** Several pictures as one, each below the one before. */

/** Ids are made unique, because each picture numbers its own parts. Expects documents that say their size in pixels. */
export function stackedSvg(pictures: readonly string[]): string {
  const sizes = pictures.map(sizeOf);
  const width = Math.max(...sizes.map((size) => size.width));
  const heights = sizes.map((size) => size.height);
  const height = heights.reduce((sum, each) => sum + each, 0);
  const placed = pictures.map((picture, index) => {
    const above = heights.slice(0, index).reduce((sum, each) => sum + each, 0);
    return withIds(picture, `view-${index + 1}-`).replace('<svg ', `<svg y="${above}" `);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

function sizeOf(picture: string) {
  const [, width, height] = /^<svg width="(\d+)" height="(\d+)"/.exec(picture) ?? [];
  if (width === undefined || height === undefined) throw new TypeError('expected an SVG document of a given size');
  return { width: Number(width), height: Number(height) };
}

/** Quotes inside text are escaped, so that an attribute is what it looks like. */
const withIds = (picture: string, prefix: string): string =>
  picture
    .replaceAll(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replaceAll(/aria-labelledby="([^"]+)"/g, (_, ids: string) => `aria-labelledby="${prefixed(ids, prefix)}"`);

const prefixed = (ids: string, prefix: string): string =>
  ids
    .split(' ')
    .map((id) => `${prefix}${id}`)
    .join(' ');
