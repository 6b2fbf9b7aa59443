/** Documents that ship with Bandgap: cited reference series, and prices inside an npm package. */
import { type Transport, Unreachable } from './transport.ts';

export const bundled: Transport = async ({ source }) => {
  if (source.bundled === undefined) throw new Unreachable(`${source.id} ships no document`, { final: true });
  const [request] = source.requests({ key: '' });
  return [
    {
      kind: 'body',
      url: request?.url ?? source.home,
      fetchedAt: source.bundled.releasedAt,
      httpStatus: 200,
      contentType: 'application/json',
      bytes: new TextEncoder().encode(source.bundled.body()),
    },
  ];
};
