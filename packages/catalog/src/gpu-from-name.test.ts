/** Names as sellers print them, and the GPU each means. */
import { describe, expect, it } from 'vitest';
import { gpuFromName } from './gpu-from-name.ts';
import { gpus } from './gpus.ts';

describe('gpuFromName', () => {
  it.each([
    ['h100', 'h100'],
    ['NVIDIA H100', 'h100'],
    ['nvidia-h100-80gb', 'h100'],
    ['Oracle Cloud Infrastructure - Compute - GPU - H100', 'h100'],
    ['H100 SXM', 'h100-sxm'],
    ['H100_SXM', 'h100-sxm'],
    ['h100-sxm5-80gb', 'h100-sxm'],
    ['gpu_8x_h100_sxm5', 'h100-sxm'],
    ['NVIDIA HGX H100', 'h100-sxm'],
    ['NVIDIA H100 80GB HBM3', 'h100-sxm'],
    ['NVIDIA H100 PCIe', 'h100-pcie'],
    ['NVIDIA H100 NVL', 'h100-nvl'],
    ['NVIDIA H200', 'h200'],
    ['1x H200 SXM5 141GB serverless spot', 'h200'],
    ['NVIDIA H200 NVL', 'h200-nvl'],
    ['104x B200 SXM6 180GB instant cluster', 'b200'],
    ['NVIDIA B300 SXM6 AC', 'b300'],
    ['NVIDIA GB200 NVL72', 'gb200'],
    ['GB200-NVL-186GB', 'gb200'],
    ['NVIDIA GB300 NVL72', 'gb300'],
    ['Vera Rubin NVL72', 'vr200'],
    ['a100', 'a100'],
    ['A100-80GB', 'a100-80'],
    ['NVIDIA A100-SXM4-40GB', 'a100-sxm-40'],
    ['A100 80GB SXM', 'a100-sxm-80'],
    ['a100-pcie-80', 'a100-pcie-80'],
    ['gpu_8x_a100_80gb_sxm4', 'a100-sxm-80'],
    ['V100-32GB', 'v100-32'],
    ['v100-sxm2', 'v100-sxm'],
    ['AMD Instinct MI300X OAM', 'mi300x'],
    ['MI355X_288GB', 'mi355x'],
    ['Compute - GPU.L40S', 'l40s'],
    ['RTXA6000', 'rtx-a6000'],
    ['NVIDIA GeForce RTX 4090', 'rtx-4090'],
    ['RTX 3090 Ti', 'rtx-3090-ti'],
    ['RTX6000-Ada', 'rtx-6000-ada'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'rtx-pro-6000-server'],
    ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition', 'rtx-pro-6000-maxq'],
  ])('reads %s as %s', (text, id) => {
    expect(gpuFromName(text)).toBe(id);
  });

  it.each([
    ['a chip nobody listed', 'H100T'],
    ['a name that runs into another word', '1H100.80S.30V'],
    ['a slice', 'PRO 6000 MIG 24GB'],
    ['a slice of a known chip', 'A100 MIG 3g.40gb'],
    ['an instance type', 'p5.4xlarge'],
    ['a processor', 'AMD EPYC'],
    ['two chips', 'H100 or A100'],
    ['two form factors', 'H100 SXM or PCIe'],
    ['a form factor the chip does not come in', 'H200 PCIe'],
    ['two memory sizes', 'A100 40GB or 80GB'],
    ['an ambiguous family', 'RTX 6000'],
    ['nothing', ''],
  ])('does not read %s', (_, text) => {
    expect(gpuFromName(text)).toBeUndefined();
  });

  it('reads every id of the table as itself, with every form factor and memory it comes in', () => {
    const ids = gpus.flatMap(({ id, forms, memoriesGb }) =>
      ['', ...forms.map((form) => `-${form}`)].flatMap((form) =>
        ['', ...memoriesGb.map((gb) => `-${gb}`)].map((memory) => `${id}${form}${memory}`),
      ),
    );
    expect(ids.map(gpuFromName)).toEqual(ids);
  });

  it('has one chip for every alias', () => {
    const aliases = gpus.flatMap((gpu) => gpu.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
  });
});
