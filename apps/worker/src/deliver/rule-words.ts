/** Subjects and references of rules in the words of people. */
import {
  type AlertReference,
  type AlertSubject,
  floorProjects,
  indexDefinitions,
  memoryPart,
  type ProjectFigure,
} from '@bandgap/catalog';
import { sourceById } from '@bandgap/sources';
import { figure } from './figures.ts';

const figureNames: Readonly<Record<ProjectFigure, string>> = {
  new_build_floor: 'new-build floor',
  cash_floor: 'cash floor',
  parity_ceiling: 'value parity',
  conservative_ceiling: 'conservative ceiling',
};

const projectLabel = (id: string): string => floorProjects.find((project) => project.id === id)?.label ?? id;

export function subjectName(subject: AlertSubject): string {
  switch (subject.kind) {
    case 'index':
      return indexDefinitions.find(({ id }) => id === subject.id)?.name ?? subject.id;
    case 'token':
      return `${subject.model}, ${subject.price.replace('_', ' ')} price`;
    case 'memory': {
      const [source = '', part = '', basis = ''] = subject.id.split('/');
      return `${memoryPart(part)?.name ?? part}, ${basis.replace('_', ' ')}, ${sourceById(source)?.name ?? source}`;
    }
    case 'figure':
      return `${projectLabel(subject.project)}: ${figureNames[subject.figure]}`;
    case 'source':
      return subject.id === '*' ? 'A source' : (sourceById(subject.id)?.name ?? subject.id);
    case 'events':
      return subject.of?.join(', ') ?? 'Language models';
  }
}

/** What a price is measured by, as it is and how it was come by. */
export function subjectDefinition(subject: AlertSubject): string | undefined {
  if (subject.kind !== 'index') return undefined;
  const definition = indexDefinitions.find(({ id }) => id === subject.id);
  if (definition === undefined) return undefined;
  const { tenor, segment, surface, note } = definition;
  const sellers = segment === 'all' ? 'all sellers' : `${segment}s`;
  return `an index of ${sellers}, tenor ${tenor.replaceAll('_', ' ')}, surface ${surface}. ${note}`;
}

/** `its new-build floor`. */
export function referenceName(reference: AlertReference): string {
  switch (reference.kind) {
    case 'floor':
      return `its ${figureNames[`${reference.floor}_floor`]}`;
    case 'ceiling':
      return reference.ceiling === 'parity' ? figureNames.parity_ceiling : `its ${figureNames.conservative_ceiling}`;
    case 'constant':
      return reference.label ?? `the limit of ${figure(reference.value)}`;
    case 'series':
      return subjectName(reference.subject);
  }
}

/** Whose floor or ceiling it is. */
export function referenceDefinition(reference: AlertReference): string | undefined {
  return reference.kind === 'floor' || reference.kind === 'ceiling' ? projectLabel(reference.project) : undefined;
}

/** `capexPerGpu` as `capex per GPU`. */
export const inputName = (role: string): string =>
  role
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\b(gpus?|irr|kwh?|pue)\b/g, (word) => initials[word] ?? word);

const initials: Readonly<Record<string, string>> = {
  gpu: 'GPU',
  gpus: 'GPUs',
  irr: 'IRR',
  kw: 'kW',
  kwh: 'kWh',
  pue: 'PUE',
};
