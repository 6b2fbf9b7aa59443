/** The commands that ask the models: published numbers, options, refusals, and the picture they draw. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { registerBlended } from './blended.ts';
import { registerCeiling } from './ceiling.ts';
import { registerChart } from './chart.ts';
import { registerCost } from './cost.ts';
import { registerFloor } from './floor.ts';
import { registerIrr } from './irr.ts';
import { registerMemory } from './memory.ts';
import { registerSimulate } from './simulate.ts';
import { registerSplit } from './split.ts';
import { registerTornado } from './tornado.ts';
import { verifyAnchors } from './verify-anchors.ts';

let printed = '';

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const registers = [
  registerFloor,
  registerIrr,
  registerCeiling,
  registerBlended,
  registerCost,
  registerMemory,
  registerSplit,
  registerChart,
  registerTornado,
  registerSimulate,
];

function bandgap(line: string): string {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const register of registers) register(program);
  program.parse(line.split(' '), { from: 'user' });
  return printed;
}

const json = (line: string) => JSON.parse(bandgap(`${line} --json`));

describe('prints', () => {
  test.each([
    ['floor --system vr-nvl72', /^ {2}4\.92 USD\/GPU-hr.*VR NVL72/],
    ['floor --system vr-nvl72', / 1\.28 USD\/GPU-hr {2}cash floor/],
    ['floor --system vr-nvl72', /newer figures: --set 2026-07-23/],
    ['floor --system vr-nvl72 --system-price +40%', /6\.11 USD\/GPU-hr/],
    ['floor --system vr-nvl72 --irr 20%', /5\.20 USD\/GPU-hr/],
    ['floor --system vr-nvl72 --prepay 0', /5\.30 USD\/GPU-hr/],
    ['floor --system vr-nvl72 --socamm 13', /5\.1[01] USD\/GPU-hr/],
    ['floor --system vr-nvl72 --price 3', /pays for running what stands/],
    ['floor --set 2026-07-23', /5\.48 USD\/GPU-hr.*\n.*\n.*5\.35 .*Max-Q/],
    ['irr --price 8 --system-price +40%', /^38\.6 % a year/],
    ['irr --price 40', /nothing is invested/],
    ['irr --price 0', /nothing ever comes back/],
    ['ceiling', /12\.25 USD\/GPU-hr .* value parity with GB300 NVL72\n {2}9\.63 USD/],
    ['ceiling --system trainium-3', /1\.76 USD\/GPU-hr/],
    ['ceiling --tokens-per-second 14000 --token-price 0.3 --margin 50%', /7\.56 USD.*this one binds/],
    ['ceiling --tokens-per-second 14000 --token-price 3', /parity binds/],
    ['blended', /^0\.990 USD\/MTok/],
    ['blended --hit-rate 90%', /^1\.030 USD\/MTok/],
    ['cost --tokens-per-second 1000 --price 5', /1\.3889 USD per million tokens/],
    ['cost', /opex, electricity +0\.2871/],
    ['memory', /10\.00 +25\.00 +19200 +20\.7 % +4\.920/],
    ['memory --set 2026-07-23', /384 GB/],
    ['memory', /14\.25 .* 5\.182 +LPDDR5X 64Gb of 2026-08-18, a proxy/],
    ['split --price 8 --system-price +40%', /end user +4\.25 .*\n.*neocloud +1\.89 .*\n.*system vendor +1\.19/],
    ['tornado', /capexPerGpu.* 1\.493\n.*termYears.* 1\.196/],
    ['simulate --price 4.92 --draws 20000', /^4\.8\d USD\/GPU-hr in the middle/],
  ])('bandgap %s', (line, expected) => expect(bandgap(line)).toMatch(expected));
});

test('--explain names each figure with its basis and source, and lays out the cash flows', () => {
  const explained = bandgap('floor --system vr-nvl72 --explain --irr 16%');
  expect(explained).toMatch(/capexPerWatt +38\.1 USD per W +sourced +SemiAnalysis, AI Value Capture/);
  expect(explained).toMatch(/otherPctCapexPerYear .* calibrated/);
  expect(explained).toMatch(/hurdleIrr +0\.16 fraction per year +given +given on the command line/);
  expect(explained).toMatch(/USD per GPU, by year +0 +1 +2 +3 +4 +5\n +capex +116417 +0/);
});

describe('--json', () => {
  test('floor', () => {
    const [floor] = json('floor --system vr-nvl72');
    expect(floor).toMatchObject({ id: 'vr-nvl72/contract_5y', asOf: '2026-05-01', hurdleIrr: 0.156 });
    expect(floor.floorPricePerGpuHour).toBeCloseTo(4.92, 2);
    expect(floor.figures.length).toBeGreaterThan(10);
  });
  test('irr', () => {
    const { irr, status, irrWithoutPrepayment } = json('irr --price 8 --system-price +40%');
    expect([irr, irrWithoutPrepayment].map((rate) => Number(rate.toFixed(3)))).toEqual([0.386, 0.266]);
    expect(status).toBe('ok');
  });
  test('simulate: the same seed, the same bytes', () => {
    const first = bandgap('simulate --draws 1000 --seed 3 --json');
    printed = '';
    expect(bandgap('simulate --draws 1000 --seed 3 --json')).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ seed: 3, draws: 1000 });
  });
  test('what is given is not drawn', () => {
    const { inputs } = json('simulate --draws 1000 --irr 15.6%');
    expect(inputs).toContainEqual({ param: 'hurdleIrr', rankCorrelation: null });
  });
  test('a dearer system moves the whole spread', () => {
    const middle = (line: string) => {
      printed = '';
      return json(`simulate --draws 5000 ${line}`).floorPricePerGpuHour.p50;
    };
    expect(middle('--system-price +40%') - middle('--seed 20260501')).toBeGreaterThan(0.8);
  });
});

describe('refuses, naming every option at fault', () => {
  test.each([
    [
      'floor --irr abc --price -4 --prepay 2',
      /--irr: .*, was "abc"\n--prepay: .* 100%, was "2"\n--price: .*, was "-4"/,
    ],
    ['irr', /--price: .*, was missing/],
    ['floor --system trainium-3', 'no all-in capex known for Trainium 3; no IT power known for Trainium 3'],
    ['floor --system vr', /system: expected one of h100-sxm, .*, was "vr"/],
    ['floor --set 2026-06-01', /set: expected one of 2026-05-01, 2026-07-23/],
    ['floor --system h100-sxm --system-price +40%', /no price of the system itself known for NVIDIA HGX H100/],
    ['memory --system gb300-nvl72', /no SOCAMM known for NVIDIA GB300 NVL72/],
    ['simulate --system gb300-nvl72', /no distributions for NVIDIA GB300 NVL72/],
    ['simulate --seed -1 --draws 0', /--draws: .*\n--seed: .*, was "-1"/],
    ['floor --system-price cheap', /--system-price: expected a change such as \+40%, or USD per GPU, was "cheap"/],
    ['ceiling --tokens-per-second 1 --token-price 1 --margin 100%', /--margin: expected below 100%/],
    ['chart two --out x.svg', /expected one, was "two"/],
    ['chart one --out one.jpg', /--out: .*ends in \.svg or \.png, was "one\.jpg"/],
    ['chart one', /--out: .*was missing/],
  ])('bandgap %s', (line, message) => expect(() => bandgap(line)).toThrow(message));
});

test('chart one draws both views, every id once, with the floor and both ceilings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandgap-chart-'));
  try {
    const file = join(folder, 'one.svg');
    expect(bandgap(`chart one --out ${file} --price 6`)).toContain('floor 4.92');
    const svg = readFileSync(file, 'utf8');
    const ids = [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, named = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(named);
    expect(svg.match(/<svg /g)).toHaveLength(3);
    bandgap(`chart one --out ${join(folder, 'one.png')}`);
    expect([...readFileSync(join(folder, 'one.png')).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    for (const text of ['floor $4.92', '$12.25', '$9.63', '+247 %', '+159 %', 'minimum IRR', 'asked about']) {
      expect(svg).toContain(text);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('verify anchors: ours, theirs and how they match', () => {
  verifyAnchors({});
  expect(printed).toMatch(/ok +4\.9199 +4\.92 .*calibrated +VR NVL72 floor/);
  expect(printed).toMatch(/25 of 25 hold/);
  expect(process.exitCode).toBeUndefined();
});
