/** What the database publishes of sources, indices and projects: as the registry and the catalog know them. */
import { floorProjects, indexDefinitions, systemById } from '@bandgap/catalog';
import type { PublishedRegistry } from '@bandgap/db';
import { isPublishable, sources } from '@bandgap/sources';

/** `licensed` names restricted sources whose licence to republish the operator says to hold. */
export const publishedRegistry = (licensed: readonly string[]): PublishedRegistry => ({
  sources: sources.map((source) => ({
    id: source.id,
    name: source.name,
    homeUrl: source.home,
    commodity: source.commodity,
    licence: source.licence.name,
    licenceTerms: source.licence.terms,
    attribution: source.licence.attribution ?? null,
    publishable: isPublishable(source, licensed),
    staleAfterMinutes: source.staleAfterMinutes,
  })),
  indices: indexDefinitions.map(({ id, name, gpus, tenor, segment }) => ({ id, name, gpus, tenor, segment })),
  projects: floorProjects.flatMap(({ id, label, system, tenor }) => {
    const gpu = systemById(system)?.gpu;
    return gpu === undefined ? [] : [{ id, name: label, system, gpu, tenor }];
  }),
});
