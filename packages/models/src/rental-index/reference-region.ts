/** Clouds ask differently by region; the index takes their prices in the United States. */

/** As AWS and Google (`us-east-1`), Azure (`eastus2`, `southcentralus`) and people write it. Clouds for governments are left out. */
const unitedStates = /^us(?![a-z])(?!-gov)|(?:east|west|central)us\d?$|^united states|^north america/i;

/** Whether a price is for there, or for wherever the seller likes. */
export const isReferenceRegion = (region: string | undefined): boolean =>
  region === undefined || unitedStates.test(region);
