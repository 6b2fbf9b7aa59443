/** The machines of the clouds. */
import { describe, expect, it } from 'vitest';
import { gpuFromName } from './gpu-from-name.ts';
import { instanceTypeOf, instanceTypes } from './instance-types.ts';
import { providerOf } from './providers.ts';

describe('instanceTypeOf', () => {
  it('knows machines in any case, at their own cloud only', () => {
    expect(instanceTypeOf('azure', 'standard_nd96isr_h100_v5')).toMatchObject({ gpu: 'h100-sxm', gpus: 8 });
    expect(instanceTypeOf('aws', 'Standard_ND96isr_H100_v5')).toBeUndefined();
    expect(instanceTypeOf('aws', 'p5.24xlarge')).toBeUndefined();
  });

  it('names GPUs and providers of the catalog', () => {
    expect(instanceTypes.map(({ gpu }) => gpuFromName(gpu))).toEqual(instanceTypes.map(({ gpu }) => gpu));
    expect(instanceTypes.filter(({ cloud }) => providerOf(cloud) === undefined)).toEqual([]);
  });
});
