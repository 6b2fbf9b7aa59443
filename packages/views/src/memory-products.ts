/** Which products of the trade press a memory part belongs to. */

const families: readonly (readonly [part: RegExp, products: readonly string[]])[] = [
  [/^dram-ddr5/, ['ddr5', 'dram_pc', 'dram_conventional', 'dram_total']],
  [/^dram-ddr4/, ['ddr4', 'dram_consumer_ddr4', 'dram_consumer', 'dram_conventional', 'dram_total']],
  [/^dram-ddr3/, ['ddr3', 'dram_consumer']],
  [/^dram-gddr(\d)/, ['dram_graphics', 'gddr6', 'gddr7']],
  [/^module-ddr5-rdimm/, ['dram_server', 'dram_server_ddr5']],
  [/^module-ddr4-rdimm/, ['dram_server', 'dram_server_ddr4']],
  [/^module-ddr5/, ['dram_pc', 'dram_pc_ddr5', 'ddr5']],
  [/^module-ddr4/, ['dram_pc', 'dram_pc_ddr4', 'ddr4']],
  [/^package-lpddr5x|^lpddr5x|^socamm/, ['lpddr5x', 'dram_mobile']],
  [/^package-lpddr4x/, ['lpddr4x', 'dram_mobile']],
  [/^(?:stack-)?hbm4/, ['hbm', 'hbm4']],
  [/^(?:stack-)?hbm3e/, ['hbm', 'hbm3e']],
  [/^die-tlc/, ['nand_wafer', 'nand_total']],
  [/^nand-(slc|mlc)/, ['nand_slc', 'nand_mlc', 'nand_total']],
];

/** From the most specific to the most general; none for a part the press does not speak of. */
export const productsOfPart = (part: string): readonly string[] =>
  families.find(([pattern]) => pattern.test(part))?.[1] ?? [];
