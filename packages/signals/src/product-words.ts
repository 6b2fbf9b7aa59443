/** What: memory products by the names the trade press gives them. */
import type { Lexeme } from './lexeme.ts';

/** The markets that DRAM is made for, by the words for them. */
const segments: readonly (readonly [segment: string, words: RegExp])[] = [
  ['pc', /^(?:pcs?|notebook|PC용)$/i],
  ['server', /^(?:servers?|data ?cent(?:er|re)|服务器端?|伺服器|서버용?)$/i],
  ['mobile', /^(?:mobile|smartphone|移动端?|移動端?|行动|行動|모바일용?)$/i],
  ['graphics', /^(?:graphics?|绘图|繪圖|그래픽용?)$/i],
  ['consumer', /^(?:consumer|specialty|niche|消费(?:型|级)?|消費(?:型|級)?|利基型|소비자용?)$/i],
  ['conventional', /^(?:conventional|general(?:-purpose)?|traditional|commodity|standard|一般型|传统|傳統|범용)$/i],
];

const segment =
  '(?:pcs?|notebook|servers?|data ?cent(?:er|re)|mobile|smartphone|graphics?|consumer|specialty|niche|conventional|general(?:-purpose)?|traditional|commodity|standard|服务器端?|伺服器|移动端?|移動端?|行动|行動|绘图|繪圖|消费[型级]?|消費[型級]?|利基型|一般型|传统|傳統|PC용|서버용?|모바일용?|그래픽용?|소비자용?|범용)';

const dram = new RegExp(
  `(?<![a-z])((?:${segment}(?:-use)?-?(?:\\s?(?:,|/|&|、|和|与|與|及|와|과|\\band\\b)\\s?))*)(?:(${segment})(?:-use)?[\\s-]?)?(?:\\(conventional\\)\\s?)?(?:(DDR[2345])\\s)?(?:(${segment})\\s)?(?:D-?RAMs?\\b|D램|(?<=${segment}\\s)RAM\\b|(?<=(?:servers?|graphics|pcs?)\\s)memory\\b|(DDR[2345])\\b(?!\\s?\\d+[GM]x))`,
  'gi',
);

type Reader = (match: RegExpExecArray) => readonly string[];

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      `\\bD-?RAMs?(?=\\s(?:contract\\s|spot\\s)?prices?\\s(?:in|for)\\s(?:the\\s)?(${segment})\\s(?:market|segment|sector)\\b)`,
      'gi',
    ),
    ([, name]) => [`dram_${segmentNamed(name)}`],
  ],
  [
    dram,
    ([, listed = '', second, generation, third, bare]) => {
      const named = [...listed.split(/,|\/|&|、|和|与|與|及|와|과|\band\b/i), third ?? second].flatMap(
        (word) => segmentNamed(word?.trim().replace(/-(?:use)?$/, '')) ?? [],
      );
      const suffix = generation ?? bare;
      if (named.length === 0) return [suffix === undefined ? 'dram_total' : suffix.toLowerCase()];
      return named.map((name) => `dram_${name}${suffix === undefined ? '' : `_${suffix.toLowerCase()}`}`);
    },
  ],
  [
    /\b(?:blended|blending|combined|combining)\s(?:\w+\s)?(?:conventional\s|general\s)?DRAM\s(?:and|plus|\+)\sHBM\b|\b(?:conventional\s|general\s)?DRAM\s(?:and|plus|\+)\sHBM\scombined\b/gi,
    () => ['dram_incl_hbm'],
  ],
  [
    /\bDDR([345]) (\d+)([GM])x(\d+)(?: (\d{4})(?:MT\/s)?)?/gi,
    ([, generation, words, prefix, width, speed]) => {
      const gigabits = (Number(words) * Number(width)) / (prefix?.toUpperCase() === 'M' ? 1024 : 1);
      return [`chip_ddr${generation}_${gigabits}gb${speed === undefined ? '' : `_${speed}`}`];
    },
  ],
  [/\bLP-?DDR ?([45])(?:X\b|\(X\)|\b)/gi, ([, generation]) => [`lpddr${generation}x`]],
  [/\bLP-?DDR ?4\(?X\)?\s?(?:\/|and|&)\s?(?:LP-?DDR)?\s?5\(?X\)?/gi, () => ['lpddr4x', 'lpddr5x']],
  [/\bGDDR([567])X?\b/gi, ([, generation]) => [`gddr${generation}`]],
  [/(?<!non-?)\bHBM(\d?E?)\b/gi, ([, generation = '']) => [`hbm${generation.toLowerCase()}`]],
  [
    /\b(?:3D\s)?NAND(?:\s?Flash)?(?:\smemory)?\swafers?\b|\bwafer[\s-](?:form|type)\s(?:of\s)?(?:3D\s)?NAND(?:\s?Flash)?\b|\b(?:NAND(?:\s?Flash)?\s)?(?<!(?:inch|foundry|silicon|logic)\s)wafers?(?=\s(?:contract\s|spot\s)*prices?\b|[^，。,]{0,6}[价價])|\b3D NAND wafers?\b|(?<=\bprices (?:of|for) )wafers?\b/gi,
    () => ['nand_wafer'],
  ],
  [
    /\b(\d+)\s?(G|T)b (TLC|QLC|MLC|SLC)(?: wafers?)?\b/gi,
    ([, size, prefix, cells]) => [`wafer_${cells?.toLowerCase()}_${Number(size) * (prefix === 'T' ? 1024 : 1)}gb`],
  ],
  [
    /\b(?:3D\s)?(?:(SLC|MLC|TLC|QLC)\s)?NAND(?:\s?flash)?(?:\smemory)?\b(?!\swafers?|\s?flash)(?!\s?中最)|(?:NAND)?(?:闪存|快閃記憶體)|낸드(?:플래시)?|\bflash memory\b/gi,
    ([, cells]) => [cells === undefined ? 'nand_total' : `nand_${cells.toLowerCase()}`],
  ],
  [
    /(?<!\bNAND\s)\b([SMTQ]LC)\b(?![\s-]?(?:NAND|SSD|wafers?|eSSD|based))/g,
    ([, cells]) => [`nand_${(cells ?? '').toLowerCase()}`],
  ],
  [/\bNOR(?:\sFlash)\b/g, () => ['nor']],
  [
    /\b(?:enterprise|server|data ?center)[\s-]?(?:[(（][^)）]{1,8}[)）]\s?)?SSDs?\b|\beSSDs?\b|(?:企[业業][级級用]|기업용)\s?(?:SSD|固[态態]硬[盘碟])/gi,
    () => ['essd'],
  ],
  [
    /\b(?:client|consumer|PC)[\s-]?(?:OEM\s)?SSDs?\b|\bcSSDs?\b|(?:消[费費][型级級]|客[户戶]端)\s?SSD/gi,
    () => ['cssd'],
  ],
  [/(?<!(?:enterprise|server|center|client|consumer|pc|oem|[级級用端型용])[\s-]?)\bSSDs?\b/gi, () => ['ssd']],
  [/\be\.?MMC\b/gi, () => ['emmc']],
  [/\bUFS\b/g, () => ['ufs']],
  [/\b[eu]MCP\b/g, ([name]) => [(name ?? '').toLowerCase()]],
  [
    /\b(?:memory(?:[\s-]chips?)?|(?:memory\s)?semiconductors?|chips?)(?=\s(?:contract\s|spot\s|average\s|selling\s|chip\s)*(?:prices?|pricing|ASPs?)\b(?!\s(?:tracker|index|update|report)))|(?<=\b(?:prices|pricing) (?:of|for) )memory(?:[\s-]chips?)?|(?:存储器?|存儲|記憶體|记忆体|内存)(?=[^，。,；]{0,8}[价價])/gi,
    () => ['memory_unspecified'],
  ],
];

const bandwidth = String.raw`(?:HBM|high[\s-]bandwidth memory(?:\s\(HBM\))?)(?!\d)(?:\sproducts)?`;

const hbm: readonly (readonly [RegExp, boolean])[] = [
  [
    new RegExp(
      `\\b(?:includ(?:es?|ed|ing)|incl\\.?|inclusive of|factoring in|counting|adding(?: in)?)\\s(?:the\\s)?${bandwidth}`,
      'gi',
    ),
    true,
  ],
  [
    new RegExp(
      `(?:\\bwith\\s)?\\b${bandwidth}\\s(?:is\\s|are\\s|being\\s)?(?:included|added|counted|factored in)`,
      'gi',
    ),
    true,
  ],
  [new RegExp(`\\bwith\\s${bandwidth}(?=\\s?(?:[,.;)]|$))`, 'gi'), true],
  [
    /\bHBM-inclusive\b|(?:[纳納计計]入|加[上计計]|包[含括]|合[并併]|[含及])\s?HBM|HBM\s?(?:[纳納计計并併]入|[计計]算)|HBM\)?[을를]?\s?포함/gi,
    true,
  ],
  [
    new RegExp(
      `\\b(?:exclud(?:es?|ed|ing)|excl\\.?|without|ex-?|stripping out)\\s?(?:the\\s)?${bandwidth}|\\bnon-?HBM|[不非]含?\\s?HBM|HBM\\)?[을를]?\\s?제외`,
      'gi',
    ),
    false,
  ],
];

export const productWords = (text: string): readonly Lexeme[] => [
  ...readers.flatMap(([words, read]) =>
    [...text.matchAll(words)].map((match): Lexeme => {
      const lead = match[0].length - match[0].trimStart().length;
      return { kind: 'product', products: read(match), start: match.index + lead, end: match.index + match[0].length };
    }),
  ),
  ...hbm.flatMap(([words, included]) =>
    [...text.matchAll(words)].map(
      (match): Lexeme => ({ kind: 'hbm', included, start: match.index, end: match.index + match[0].length }),
    ),
  ),
];

const segmentNamed = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : segments.find(([, words]) => words.test(word))?.[0];
