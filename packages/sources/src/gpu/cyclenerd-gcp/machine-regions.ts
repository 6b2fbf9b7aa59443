/** Where Google Cloud has a machine at all: its price list names a price wherever the parts of it have one. */

/** tools/machinetyperegion.csv of Cyclenerd/google-cloud-pricing-cost-calculator, 2026-08-20. Sizes of a family share a line. */
const regionsOfFamily: Readonly<Record<string, string>> = {
  'a2-highgpu':
    'asia-northeast1 asia-northeast3 asia-southeast1 europe-west4 me-west1 us-central1 us-east1 us-west1 us-west3 us-west4',
  'a2-megagpu': 'asia-southeast1 europe-west4 us-central1',
  'a2-ultragpu': 'asia-southeast1 europe-west4 us-central1 us-east4 us-east5',
  'a3-highgpu':
    'asia-east1 asia-northeast1 asia-northeast3 asia-south1 asia-south2 asia-southeast1 australia-southeast1 australia-southeast2 europe-north1 europe-west1 europe-west3 europe-west4 europe-west9 us-central1 us-east4 us-east5 us-west1 us-west4',
  'a3-megagpu':
    'asia-east1 asia-northeast1 asia-southeast1 australia-southeast1 europe-north1 europe-west1 europe-west3 europe-west4 us-central1 us-east4 us-east5 us-west1 us-west4',
};

const regions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(regionsOfFamily).map(([family, names]) => [family, new Set(names.split(' '))]),
);

export const hasMachine = (region: string, machine: string): boolean =>
  regions.get(machine.replace(/-\d+g$/, ''))?.has(region) ?? false;
