/** How near each source of rental prices is to the seller: of two that quote one owner, the nearer counts. */

export const rentalSourceClasses = [
  /** The seller's own interface, or its own order book. */
  'official_api',
  /** The seller's own page. */
  'official_page',
  /** A list that somebody else keeps of many sellers' prices. */
  'licensed_dataset',
  /** Offers that are someone else's, which would be counted twice. */
  'reseller',
  /** Prices somebody assessed, or that were printed once. */
  'assessed',
] as const;

export type RentalSourceClass = (typeof rentalSourceClasses)[number];

const idsByClass: Readonly<Record<RentalSourceClass, readonly string[]>> = {
  official_api: [
    'akash',
    'aws-bulk',
    'aws-spot',
    'azure-retail',
    'gcp-billing',
    'hyperbolic',
    'hyperstack',
    'lambda',
    'oci',
    'runpod',
    'vast',
    'verda-api',
    'voltage-park',
    'vultr',
  ],
  official_page: ['coreweave', 'sf-compute', 'verda'],
  licensed_dataset: ['cyclenerd-gcp', 'gpuhunt', 'gpurentalprices', 'skypilot'],
  reseller: ['prime-intellect', 'shadeform'],
  assessed: ['ornn', 'rental-import', 'rental-reference'],
};

const classById: ReadonlyMap<string, RentalSourceClass> = new Map(
  rentalSourceClasses.flatMap((each) => idsByClass[each].map((id) => [id, each] as const)),
);

/** A source that nobody classed has the least say of those that count. */
export const rentalSourceClass = (sourceId: string): RentalSourceClass => classById.get(sourceId) ?? 'licensed_dataset';

/** Whether the source is the seller's own word. */
export const isFirstHand = (sourceId: string): boolean => rentalSourceClass(sourceId).startsWith('official_');

/** The sources that are sellers' own. */
export const firstHandSources: readonly string[] = [...idsByClass.official_api, ...idsByClass.official_page];

/** The sources that have a class of their own. */
export const classedRentalSources: readonly string[] = [...classById.keys()];
