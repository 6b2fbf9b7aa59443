/** Who rents out GPUs, who owns them, and how they sell. */

/**
 * A neocloud rents its own GPUs, a hyperscaler rents them beside a general cloud, a marketplace matches other people's
 * machines, a reseller passes on the offers of other providers. Resellers would count an offer twice.
 */
export type Segment = 'neocloud' | 'hyperscaler' | 'marketplace' | 'reseller';

export interface Provider {
  readonly id: string;
  /** Providers of one owner have one vote. */
  readonly owner: string;
  readonly segment: Segment;
}

const idsBySegment: Readonly<Record<Segment, readonly string[]>> = {
  hyperscaler: ['aws', 'azure', 'gcp', 'oci'],
  neocloud: [
    'baseten',
    'cerebrium',
    'cloudrift',
    'coreweave',
    'crusoe',
    'cudo',
    'datacrunch',
    'digitalocean',
    'fal',
    'fireworks',
    'fluidstack',
    'gmicloud',
    'hotaisle',
    'hyperstack',
    'jarvislabs',
    'koyeb',
    'lambda',
    'latitude',
    'massedcompute',
    'modal',
    'nebius',
    'ovh',
    'paperspace',
    'replicate',
    'runpod',
    'scaleway',
    'thundercompute',
    'together',
    'verda',
    'voltagepark',
    'vultr',
  ],
  marketplace: ['akash', 'hyperbolic', 'salad', 'sfcompute', 'tensordock', 'vast'],
  reseller: ['primeintellect', 'shadeform', 'spheron'],
};

/** DataCrunch renamed itself Verda; DigitalOcean bought Paperspace. */
const ownerOf: ReadonlyMap<string, string> = new Map([
  ['datacrunch', 'verda'],
  ['paperspace', 'digitalocean'],
]);

const segments: readonly Segment[] = ['hyperscaler', 'neocloud', 'marketplace', 'reseller'];

export const providers: readonly Provider[] = segments.flatMap((segment) =>
  idsBySegment[segment].map((id) => ({ id, owner: ownerOf.get(id) ?? id, segment })),
);

const byId: ReadonlyMap<string, Provider> = new Map(providers.map((provider) => [provider.id, provider]));

/** Undefined for a name that is not in the table; upper and lower case are the same. */
export const providerOf = (id: string): Provider | undefined => byId.get(id.toLowerCase());
