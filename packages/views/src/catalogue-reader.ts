/** The catalogue: which source has how many series of which commodity, and on which terms. */
import { type Query, type SeriesCount, seriesCounts } from '@bandgap/db';
import { mayPublish, sourceById } from '@bandgap/sources';

export interface CatalogueEntry extends SeriesCount {
  readonly sourceName: string;
  readonly licence: string;
  /** Where not, its values are shown here and given to nobody. */
  readonly publishable: boolean;
}

export async function readCatalogue(query: Query): Promise<readonly CatalogueEntry[]> {
  const counts = await seriesCounts(query);
  return counts.map((count) => {
    const source = sourceById(count.source);
    return {
      ...count,
      sourceName: source?.name ?? count.source,
      licence: source?.licence.name ?? 'not in the registry',
      publishable: mayPublish(count.source),
    };
  });
}
