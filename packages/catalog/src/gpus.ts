/** The accelerators that are rented out, and the names they go by. */

/** Chip, then form factor and memory where they make a different product and are stated: `a100-sxm-80`, `h100`. */
export type GpuId = string;

export type FormFactor = 'sxm' | 'pcie' | 'nvl';

export interface Gpu {
  readonly id: GpuId;
  readonly name: string;
  /** Phrases of whole words, in lower case, that name this chip. */
  readonly aliases: readonly string[];
  /** Form factors with an id of their own. */
  readonly forms: readonly FormFactor[];
  /** The form factor that shares the plain id with listings that state none. */
  readonly plainForm?: FormFactor;
  /** Memory sizes, in GB, with an id of their own. */
  readonly memoriesGb: readonly number[];
}

interface Variants {
  readonly aliases?: readonly string[];
  readonly forms?: readonly FormFactor[];
  readonly plainForm?: FormFactor;
  readonly memoriesGb?: readonly number[];
}

const chip = (id: string, name: string, variants: Variants = {}): Gpu => ({
  id,
  name,
  forms: [],
  memoriesGb: [],
  ...variants,
  aliases: [id.replaceAll('-', ' '), ...(variants.aliases ?? [])],
});

export const gpus: readonly Gpu[] = [
  chip('vr200', 'NVIDIA VR200', { aliases: ['vera rubin', 'vr nvl72'] }),
  chip('gb300', 'NVIDIA GB300'),
  chip('gb200', 'NVIDIA GB200'),
  chip('gh200', 'NVIDIA GH200'),
  chip('b300', 'NVIDIA B300'),
  chip('b200', 'NVIDIA B200'),
  chip('h200', 'NVIDIA H200', { forms: ['nvl'], plainForm: 'sxm' }),
  chip('h100', 'NVIDIA H100', { forms: ['sxm', 'pcie', 'nvl'] }),
  chip('h20', 'NVIDIA H20'),
  chip('a100', 'NVIDIA A100', { forms: ['sxm', 'pcie'], memoriesGb: [40, 80] }),
  chip('v100', 'NVIDIA V100', { forms: ['sxm', 'pcie'], memoriesGb: [16, 32] }),
  chip('a40', 'NVIDIA A40'),
  chip('a30', 'NVIDIA A30'),
  chip('a16', 'NVIDIA A16'),
  chip('a10', 'NVIDIA A10'),
  chip('a10g', 'NVIDIA A10G'),
  chip('l40s', 'NVIDIA L40S'),
  chip('l40', 'NVIDIA L40'),
  chip('l4', 'NVIDIA L4'),
  chip('t4', 'NVIDIA T4'),
  chip('t4g', 'NVIDIA T4G'),
  chip('p100', 'NVIDIA P100'),
  chip('p40', 'NVIDIA P40'),
  chip('p4', 'NVIDIA P4'),
  chip('m60', 'NVIDIA M60'),
  chip('k80', 'NVIDIA K80'),
  chip('mi355x', 'AMD MI355X'),
  chip('mi350x', 'AMD MI350X'),
  chip('mi325x', 'AMD MI325X'),
  chip('mi300x', 'AMD MI300X'),
  chip('rtx-pro-6000-server', 'NVIDIA RTX PRO 6000 Server', { aliases: ['rtx pro 6000 blackwell server'] }),
  chip('rtx-pro-6000-maxq', 'NVIDIA RTX PRO 6000 Max-Q', {
    aliases: ['rtx pro 6000 max q', 'rtx pro 6000 blackwell max q'],
  }),
  chip('rtx-pro-6000-wk', 'NVIDIA RTX PRO 6000 Workstation', {
    aliases: ['rtx pro 6000 workstation', 'rtx pro 6000 blackwell workstation'],
  }),
  chip('rtx-pro-6000', 'NVIDIA RTX PRO 6000'),
  chip('rtx-pro-4500', 'NVIDIA RTX PRO 4500'),
  chip('rtx-6000-ada', 'NVIDIA RTX 6000 Ada'),
  chip('rtx-4000-ada', 'NVIDIA RTX 4000 Ada'),
  chip('rtx-a6000', 'NVIDIA RTX A6000', { aliases: ['a6000'] }),
  chip('rtx-a5000', 'NVIDIA RTX A5000', { aliases: ['a5000'] }),
  chip('rtx-a4500', 'NVIDIA RTX A4500', { aliases: ['a4500'] }),
  chip('rtx-a4000', 'NVIDIA RTX A4000', { aliases: ['a4000'] }),
  chip('quadro-rtx-6000', 'NVIDIA Quadro RTX 6000'),
  chip('quadro-rtx-5000', 'NVIDIA Quadro RTX 5000'),
  chip('rtx-5090', 'NVIDIA RTX 5090'),
  chip('rtx-5080', 'NVIDIA RTX 5080'),
  chip('rtx-4090', 'NVIDIA RTX 4090'),
  chip('rtx-3090-ti', 'NVIDIA RTX 3090 Ti'),
  chip('rtx-3090', 'NVIDIA RTX 3090'),
  chip('rtx-3080', 'NVIDIA RTX 3080'),
  chip('rtx-3070', 'NVIDIA RTX 3070'),
  chip('trn2', 'AWS Trainium2', { aliases: ['trainium2'] }),
  chip('trn1', 'AWS Trainium', { aliases: ['trainium', 'trainium1'] }),
  chip('tpu-v7', 'Google TPU v7', { aliases: ['tpu7x'] }),
  chip('tpu-v6e', 'Google TPU v6e', { aliases: ['trillium'] }),
  chip('tpu-v5p', 'Google TPU v5p'),
  chip('tpu-v5e', 'Google TPU v5e', { aliases: ['tpu v5litepod'] }),
];
