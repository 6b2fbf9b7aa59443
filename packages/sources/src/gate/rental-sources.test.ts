/** The catalog says of every source of rents how near it is to the sellers. */
import { classedRentalSources, firstHandSources, isFirstHand, rentalSourceClass } from '@bandgap/catalog';
import { expect, it } from 'vitest';
import { sources } from '../registry.ts';

it('classes every source of rents, and nothing else', () => {
  const ofRents = sources.filter(({ commodity }) => commodity === 'gpu_rental').map(({ id }) => id);
  expect(
    classedRentalSources.toSorted(),
    'a source of rents has a line in packages/catalog/src/rental-sources.ts',
  ).toEqual(ofRents.toSorted());
});

it("takes sellers' own sources for first hand, lists and the unknown for none", () => {
  expect(firstHandSources.filter((id) => !isFirstHand(id))).toEqual([]);
  expect(['gpurentalprices', 'rental-import', 'shadeform', 'somebody'].filter(isFirstHand)).toEqual([]);
  expect(rentalSourceClass('somebody')).toBe('licensed_dataset');
});
