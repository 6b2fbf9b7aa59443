/** Reads which GPU a seller means from the words of the listing, and nothing that the listing does not say. */
import { type FormFactor, type Gpu, type GpuId, gpus } from './gpus.ts';

interface Match {
  readonly gpu: Gpu;
  readonly alias: string;
}

const matches: readonly Match[] = gpus
  .flatMap((gpu) => gpu.aliases.map((alias) => ({ gpu, alias })))
  .sort((a, b) => b.alias.length - a.alias.length);

/** The name under which the driver reports the SXM5 board; the other two say PCIe and NVL. */
const driverNameOfH100Sxm = 'nvidia h100 80gb hbm3';

const formWords: ReadonlyMap<string, FormFactor> = new Map([
  ['sxm', 'sxm'],
  ['sxm2', 'sxm'],
  ['sxm4', 'sxm'],
  ['sxm5', 'sxm'],
  ['sxm6', 'sxm'],
  ['hgx', 'sxm'],
  ['pcie', 'pcie'],
  ['nvl', 'nvl'],
]);

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\brtx(?=a?\d)/g, 'rtx ')
    .trim();

const mentions = (words: string, phrase: string): boolean => ` ${words} `.includes(` ${phrase} `);

/**
 * The id of the GPU in a listing: whole words, longest name first. Form factor and memory are part of the id only where
 * the text states them. Undefined for an unknown name, for a slice of a GPU (MIG), and where the text names two GPUs or
 * two form factors.
 */
export function gpuFromName(text: string): GpuId | undefined {
  const words = wordsOf(text);
  if (mentions(words, 'mig')) return undefined;
  if (words === driverNameOfH100Sxm) return 'h100-sxm';
  const best = matches.find(({ alias }) => mentions(words, alias));
  if (best === undefined) return undefined;
  const rest = ` ${words} `.replaceAll(` ${best.alias} `, ' ').trim();
  if (matches.some(({ gpu, alias }) => gpu !== best.gpu && mentions(rest, alias))) return undefined;
  return variantOf(best.gpu, rest.split(' '));
}

function variantOf(gpu: Gpu, words: readonly string[]): GpuId | undefined {
  const stated = new Set(words.flatMap((word) => formWords.get(word) ?? []));
  const memory = gpu.memoriesGb.filter((gb) => words.some((word) => new RegExp(`^${gb}(gb?)?$`).test(word)));
  if (memory.length > 1) return undefined;
  if (gpu.forms.length === 0) return [gpu.id, ...memory].join('-');
  const forms = [...stated].filter((form) => form !== gpu.plainForm);
  if (stated.size > 1 || forms.some((form) => !gpu.forms.includes(form))) return undefined;
  return [gpu.id, ...forms, ...memory].join('-');
}
