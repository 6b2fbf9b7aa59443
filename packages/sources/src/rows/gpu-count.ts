/** How many GPUs there can be in one order. */

/** What machines are sold with; a rack has 72. SkyPilot once counted 12 in Azure's ND96isr_H100_v5, which has 8 (skypilot-catalog, 2023-12-08). */
const inOneMachine: readonly number[] = [1, 2, 3, 4, 6, 8, 10, 16, 72];
const inOneNode = 8;

/** Of one machine, or of a cluster of whole nodes. */
export const isGpuCount = (gpus: number): boolean =>
  inOneMachine.includes(gpus) || (gpus > 0 && gpus % inOneNode === 0);
