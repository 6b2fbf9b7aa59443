/** Where the number of a subject or of a reference is to be found, and what kind of price it is. */
import {
  type AlertReference,
  type AlertSubject,
  ceilingProjects,
  floorProjects,
  indexDefinitions,
  labOfVendor,
  memoryPart,
  type ProjectFigure,
  type SystemId,
  systemById,
} from '@bandgap/catalog';
import { minutesToFixing, type Tenor, UsageError } from '@bandgap/core';

/** What two prices must share before one can be said to be below the other. Null where a price is of no such kind. */
export interface PriceTerms {
  readonly unit: string;
  readonly tenor: Tenor | null;
  /** How the price came about: a list, a survey of contracts, a spot board. */
  readonly surface: string | null;
}

/** Answers of a model, and the member of each that is the number. */
export interface PricedSubject extends PriceTerms {
  readonly label: string;
  readonly model: string;
  readonly subject: string;
  readonly path: readonly string[];
  /** Only answers that know this many minutes more than their date, as fixings do. */
  readonly knownAfterMinutes?: number;
}

/** Throws a UsageError that lists what there is, where the catalog has no such thing. */
export function pricedSubject(subject: AlertSubject): PricedSubject {
  switch (subject.kind) {
    case 'index':
      return indexPrice(subject.id);
    case 'token':
      return tokenPrice(subject);
    case 'memory':
      return memoryPrice(subject.id);
    case 'figure':
      return projectFigure(subject.figure, subject.project);
    case 'source':
    case 'events':
      throw new UsageError(`subject: expected something that has a price, was ${JSON.stringify(subject)}`);
  }
}

/** Undefined for a constant, which is its own number. */
export function pricedReference(reference: AlertReference): PricedSubject | undefined {
  switch (reference.kind) {
    case 'floor':
      return projectFigure(reference.floor === 'cash' ? 'cash_floor' : 'new_build_floor', reference.project);
    case 'ceiling':
      return projectFigure(`${reference.ceiling}_ceiling`, reference.project);
    case 'constant':
      return undefined;
    case 'series':
      return pricedSubject(reference.subject);
  }
}

function indexPrice(id: string): PricedSubject {
  const index = oneOf('index', indexDefinitions, id);
  return {
    label: index.name,
    model: 'rental-index',
    subject: id,
    path: ['pricePerGpuHour'],
    knownAfterMinutes: minutesToFixing,
    unit: 'USD/GPU-hr',
    tenor: index.tenor,
    surface: index.surface,
  };
}

const labs: ReadonlySet<string> = new Set(labOfVendor.values());

function tokenPrice({ model, price }: Extract<AlertSubject, { kind: 'token' }>): PricedSubject {
  const lab = model.split('/', 1)[0] ?? '';
  if (!labs.has(lab) || !/^[^/]+\/[^/]/.test(model))
    throw new UsageError(
      `token: expected a lab of ${[...labs].join(', ')}, a slash and its model, such as anthropic/claude-opus-4-7, was ${JSON.stringify(model)}`,
    );
  const terms = { subject: model, unit: 'USD/MTok', tenor: null, surface: price.replace('_', '-') } as const;
  if (price === 'blended')
    return { ...terms, label: `${model}, blended`, model: 'blended-price', path: ['blendedPerMTok'] };
  return { ...terms, label: `${model}, ${price}`, model: 'confirmed-price', path: ['meters', price, 'price'] };
}

/** Each stands for a kind of price. */
const bases: ReadonlySet<string> = new Set(['spot', 'spot_proxy', 'contract', 'estimate']);

function memoryPrice(id: string): PricedSubject {
  const [source = '', partId = '', basis = '', ...rest] = id.split('/');
  const part = memoryPart(partId);
  if (part?.capacityGb === undefined || source === '' || !bases.has(basis) || rest.length > 0)
    throw new UsageError(
      `memory: expected a source, a part of known size and a basis of ${[...bases].join(', ')}, such as dramexchange/dram-ddr5-16gb-4800/spot, was ${JSON.stringify(id)}`,
    );
  return {
    label: `${part.name} ${basis}, ${source}`,
    model: 'memory-unit-price',
    subject: id,
    path: ['usdPerGb'],
    unit: 'USD/GB',
    tenor: null,
    surface: basis,
  };
}

interface FigureSource {
  readonly model: string;
  readonly member: string;
  readonly projects: readonly { readonly id: string; readonly system: SystemId; readonly tenor: Tenor }[];
}

const figures: Readonly<Record<ProjectFigure, FigureSource>> = {
  new_build_floor: { model: 'rental-floor', member: 'floorPricePerGpuHour', projects: floorProjects },
  cash_floor: { model: 'cash-floor', member: 'cashFloorPricePerGpuHour', projects: floorProjects },
  parity_ceiling: { model: 'value-ceiling', member: 'parityPricePerGpuHour', projects: ceilingProjects },
  conservative_ceiling: { model: 'value-ceiling', member: 'conservativePricePerGpuHour', projects: ceilingProjects },
};

function projectFigure(figure: ProjectFigure, project: string): PricedSubject {
  const { model, member, projects } = figures[figure];
  const { system, tenor } = oneOf(figure, projects, project);
  const label = `${spaced(figure)} of ${systemById(system)?.name ?? system}, ${spaced(tenor)}`;
  return { label, model, subject: project, path: [member], unit: 'USD/GPU-hr', tenor, surface: null };
}

const spaced = (id: string): string => id.replaceAll('_', ' ');

function oneOf<T extends { readonly id: string }>(what: string, known: readonly T[], id: string): T {
  const found = known.find((each) => each.id === id);
  if (found !== undefined) return found;
  const ids = known.map((each) => each.id).join(', ');
  throw new UsageError(`${what}: expected one of ${ids}, was ${JSON.stringify(id)}`);
}
