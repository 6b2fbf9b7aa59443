/** Why a row of a document was not used, in words. */

const words: Readonly<Record<string, string>> = {
  unknown_subject: 'of something the catalog does not know',
  unknown_unit: 'in a unit we do not read',
  not_a_price: 'not a price',
  out_of_scope: 'of something we do not follow',
  implausible: 'outside any range ever seen',
  ambiguous: 'contradicted within the document',
  no_date: 'without a readable date',
  held: 'a jump that waits to be confirmed',
  disputed: 'a printed change that the prices before contradict',
  free: 'a price of zero',
  dynamic: 'known only when asked',
  unpriced: 'without a price',
  unreadable: 'stated in a way we cannot read',
};

export const skipWords = (code: string): string => words[code] ?? code.replaceAll('_', ' ');
