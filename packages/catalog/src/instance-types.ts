/** Machines with GPUs, as their clouds name them: which GPU, and how many. */
import type { GpuId } from './gpus.ts';

export interface InstanceType {
  /** The provider whose name for the machine this is. */
  readonly cloud: string;
  readonly name: string;
  readonly gpu: GpuId;
  readonly gpus: number;
}

type Machines = Readonly<Record<string, readonly [gpu: GpuId, gpus: number]>>;

/** Machines with the same GPUs stand in the order in which one speaks for the others. */
const machinesOfCloud: Readonly<Record<string, Machines>> = {
  /** https://aws.amazon.com/ec2/instance-types */
  aws: {
    'p4d.24xlarge': ['a100-sxm-40', 8],
    'p4de.24xlarge': ['a100-sxm-80', 8],
    'p5.48xlarge': ['h100-sxm', 8],
    'p5.4xlarge': ['h100-sxm', 1],
    'p5en.48xlarge': ['h200', 8],
    'p5e.48xlarge': ['h200', 8],
    'p6-b200.48xlarge': ['b200', 8],
    'p6-b300.48xlarge': ['b300', 8],
    'p6e-gb200.36xlarge': ['gb200', 4],
    'trn1.2xlarge': ['trn1', 1],
    'trn1.32xlarge': ['trn1', 16],
    'trn1n.32xlarge': ['trn1', 16],
    'trn2.48xlarge': ['trn2', 16],
  },
  /** https://learn.microsoft.com/azure/virtual-machines/sizes/gpu-accelerated */
  azure: {
    Standard_ND96asr_v4: ['a100-sxm-40', 8],
    Standard_ND96amsr_A100_v4: ['a100-sxm-80', 8],
    Standard_NC24ads_A100_v4: ['a100-pcie-80', 1],
    Standard_NC48ads_A100_v4: ['a100-pcie-80', 2],
    Standard_NC96ads_A100_v4: ['a100-pcie-80', 4],
    Standard_NC40ads_H100_v5: ['h100-nvl', 1],
    Standard_NC80adis_H100_v5: ['h100-nvl', 2],
    Standard_ND96isr_H100_v5: ['h100-sxm', 8],
    Standard_ND96is_H100_v5: ['h100-sxm', 8],
    Standard_ND48s_H100_v5: ['h100-sxm', 4],
    Standard_ND96isr_H200_v5: ['h200', 8],
    Standard_ND96isr_MI300X_v5: ['mi300x', 8],
    Standard_ND128isr_NDR_GB200_v6: ['gb200', 4],
    Standard_ND40rs_v2: ['v100-sxm-32', 8],
  },
  /** https://cloud.google.com/compute/docs/gpus */
  gcp: {
    'a2-highgpu-1g': ['a100-sxm-40', 1],
    'a2-highgpu-2g': ['a100-sxm-40', 2],
    'a2-highgpu-4g': ['a100-sxm-40', 4],
    'a2-highgpu-8g': ['a100-sxm-40', 8],
    'a2-megagpu-16g': ['a100-sxm-40', 16],
    'a2-ultragpu-1g': ['a100-sxm-80', 1],
    'a2-ultragpu-2g': ['a100-sxm-80', 2],
    'a2-ultragpu-4g': ['a100-sxm-80', 4],
    'a2-ultragpu-8g': ['a100-sxm-80', 8],
    'a3-highgpu-1g': ['h100-sxm', 1],
    'a3-highgpu-2g': ['h100-sxm', 2],
    'a3-highgpu-4g': ['h100-sxm', 4],
    'a3-highgpu-8g': ['h100-sxm', 8],
    'a3-megagpu-8g': ['h100-sxm', 8],
    'a3-ultragpu-8g': ['h200', 8],
    'a4-highgpu-8g': ['b200', 8],
  },
  /** https://docs.oracle.com/iaas/Content/Compute/References/computeshapes.htm */
  oci: {
    'BM.GPU4.8': ['a100-sxm-40', 8],
    'BM.GPU.A100-v2.8': ['a100-sxm-80', 8],
    'BM.GPU.H100.8': ['h100-sxm', 8],
  },
  lambda: {
    gpu_8x_h100_sxm5: ['h100-sxm', 8],
    gpu_1x_h100_pcie: ['h100-pcie', 1],
    gpu_8x_a100_80gb_sxm4: ['a100-sxm-80', 8],
  },
  paperspace: { H100: ['h100-sxm', 1], H100x8: ['h100-sxm', 8] },
  scaleway: { 'H100-1-80G': ['h100-pcie', 1], 'H100-2-80G': ['h100-pcie', 2] },
  vultr: { 'vbm-112c-2048gb-8-h100-gpu': ['h100-sxm', 8] },
};

export const instanceTypes: readonly InstanceType[] = Object.entries(machinesOfCloud).flatMap(([cloud, machines]) =>
  Object.entries(machines).map(([name, [gpu, gpus]]) => ({ cloud, name, gpu, gpus })),
);

const byName = new Map(instanceTypes.map((machine) => [`${machine.cloud} ${machine.name.toLowerCase()}`, machine]));

/** Undefined for a machine that is not in the table; upper and lower case are the same. */
export const instanceTypeOf = (cloud: string, name: string): InstanceType | undefined =>
  byName.get(`${cloud} ${name.toLowerCase()}`);
