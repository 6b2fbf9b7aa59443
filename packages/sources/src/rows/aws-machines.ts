/** The machines with large GPUs at AWS, and the regions that have them. */
import { instanceTypes } from '@bandgap/catalog';

export const awsMachines = instanceTypes.filter(({ cloud }) => cloud === 'aws').map(({ name }) => name);

export const awsRegions = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-north-1', 'ap-northeast-1'] as const;
