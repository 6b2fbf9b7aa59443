/** The words around a number: what it is a percentage of, which way it goes, and against what. */
import type { Lexeme, Meaning } from './lexeme.ts';

const vocabulary: readonly (readonly [RegExp, Meaning])[] = [
  [
    /\b(?:(?:fixed\s)?contract|fixed(?:\stransaction)?)\s(?:transaction\s)?(?:price[sd]?|pricing|quot(?:e|ation)s?)\b|合[约約][价價]|고정거래가격?|고정가/gi,
    { kind: 'price', of: 'contract' },
  ],
  [
    /\bspot(?:[\s-]market)?(?:\smemory|\sDRAM|\sNAND)?(?:\stransaction)?\s(?:price[sd]?|pricing|quot(?:e|ation)s?)\b|(?<=wafer\s)spots\b|\bspot(?=\s(?:DRAM|NAND|DDR\d|memory)\b)|[现現][货貨][价價]/gi,
    { kind: 'price', of: 'spot' },
  ],
  [
    /\bASPs?\b|\baverage(?:d)? selling prices?(?: \(ASPs?\))?|平均售[价價]|평균판매(?:단가|가격)/gi,
    { kind: 'price', of: 'asp' },
  ],
  [
    /\b(?:prices?|pricing(?!\spower)|quot(?:e|ation)s?|averaged(?=\s(?:US)?\$))\b|[价價]格|均[价價]|[报報][价價]|가격/gi,
    { kind: 'price', of: 'price' },
  ],

  [
    /\b(?:share|stock|target)s?\sprices?\b|\b(?:contract\s|spot\s)?price\s(?:targets?|premiums?|gaps?|differences?|differentials?|spreads?|discounts?|ratios?|indexe?s?|indices)\b/gi,
    { kind: 'other' },
  ],
  [
    /\b(?:smartphones?|phones?|iphones?|handsets?|notebooks?|laptops?|pcs?|consoles?|tablets?|tvs?|gpus?|cpus?|graphics cards?|video cards?|servers?|racks?|devices?|systems?|routers?|foundry|foundries|panels?|mlccs?|pcbs?|substrates?|retail|raspberry pis?|electricity)(?:'s|’s)?\s(?:retail\s|list\s|selling\s|contract\s)?(?:prices?|pricing|ASPs?)\b/gi,
    { kind: 'other' },
  ],
  [
    /\b(?:revenues?|sales|turnover|shipments?|shipped|output|production|capacity|utili[sz]ation|market shares?|shares?|stocks?|cap-?ex|capital (?:expenditures?|spending)|spending|investments?|bits?|premiums?|costs?|bom|profits?|profitability|income|earnings|margins?|demand|supply|supplies|inventor(?:y|ies)|orders?|yields?|penetration|adoption|volumes?|market size|(?:industry|market) value|gap|discounts?|tariffs?|wafer starts|units|valuation|efficiency|bandwidth|speeds?|performance|density|headcount|workforce|wages?|bonus(?:es)?|allocation|content|procurement|purchas(?:es|ing)|expenditures?|(?:odds|probability|chance|likelihood) of [^,.;\d]{0,40})\b/gi,
    { kind: 'other' },
  ],
  [
    /\b(?:more expensive|pricier|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|compris(?:e|es|ing)|cheaper than)\b/gi,
    { kind: 'other' },
  ],
  [
    /[营營]收|收入|出[货貨]|[产產][量能值]|市占|市[场場]份[额額]|占比|比重|毛利|[净淨]利|利[润潤]|需求|供[给給应應]|[库庫]存|投片|位元|[渗滲]透率|[资資]本支出|成本|[减減][产產]|股[价價]|溢[价價]|매출|출하량|영업이익|점유율|생산/gi,
    { kind: 'other' },
  ],

  [
    /\b(?:ris(?:e|es|ing|en)|rose|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|grow(?:s|ing|n|th)?|grew|surg(?:e|es|ed|ing)|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|hik(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|rall(?:y|ies|ied|ying)|up|uptick|upturn|balloon(?:s|ed|ing)?|escalat(?:e|es|ed|ing)|skyrocket(?:s|ed|ing)?|spik(?:e|es|ed|ing)|rebound(?:s|ed|ing)?|appreciat(?:e|ed|ing)|firm(?:s|ed|ing)?(?=\s(?:by|up|another|\d))|add(?:s|ed|ing)?(?=\s(?:another\s|a further\s)?\d))\b/gi,
    { kind: 'direction', sign: 1 },
  ],
  [/\b(?:upwards?|higher|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?)\b/gi, { kind: 'direction', sign: 1, isWeak: true }],
  [
    /\b(?:declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|fall(?:s|ing|en)?|fell|decreas(?:e|es|ed|ing)|sli(?:de|des|d|ding)|slip(?:s|ped|ping)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|down|downturn|downtrend|reduc(?:e|es|ed|ing|tions?)|slump(?:s|ed|ing)?|dip(?:s|ped|ping)?|sink(?:s|ing)?|sank|retreat(?:s|ed|ing)?|soften(?:s|ed|ing)?|weaken(?:s|ed|ing)?|eas(?:e|es|ed|ing)|los(?:e|es|ing)(?=\s\d)|lost(?=\s\d)|shed|contract(?:s|ed)? by|correct(?:ed|ion))\b/gi,
    { kind: 'direction', sign: -1 },
  ],
  [/\b(?:downwards?|lower(?:s|ed|ing)?|cut(?:s|ting)?)\b/gi, { kind: 'direction', sign: -1, isWeak: true }],
  [/季[增涨漲升](?:[幅长長])?/g, { kind: 'direction', sign: 1, basis: 'qoq' }],
  [/季[减減跌降](?:幅)?/g, { kind: 'direction', sign: -1, basis: 'qoq' }],
  [/年[增涨漲升](?:[幅长長])?/g, { kind: 'direction', sign: 1, basis: 'yoy' }],
  [/年[减減跌降](?:幅)?/g, { kind: 'direction', sign: -1, basis: 'yoy' }],
  [/月[增涨漲升](?:[幅长長])?/g, { kind: 'direction', sign: 1, basis: 'mom' }],
  [/月[减減跌降](?:幅)?/g, { kind: 'direction', sign: -1, basis: 'mom' }],
  [
    /上[涨漲扬揚升调調]|[涨漲]幅|[调調][涨漲]|[飙飆][涨漲升]|增[幅长長]|小[涨漲]|[涨漲]|상승|인상|급등|증가|오[른를]|올[라랐]/g,
    { kind: 'direction', sign: 1 },
  ],
  [
    /下[跌滑降调調]|跌幅|走跌|小跌|降幅|[调調]降|跌|하락|인하|급락|감소|내[린릴]|내려|떨어/g,
    { kind: 'direction', sign: -1 },
  ],

  [
    /\bQ[/-]?o[/-]?Q\b|\bQ\/Q\b|\bq-o-q\b|\bquarter[\s-](?:on|over|to)[\s-]quarter\b|\bon[\s-]quarter\b|\bsequential(?:ly)?\b|\bquarterly\b|\b(?:from|over|versus|compared (?:to|with)) (?:the )?(?:previous|prior|last|preceding) quarter\b|季度|[环環]比|전분기(?: 대비)?/gi,
    { kind: 'basis', basis: 'qoq' },
  ],
  [
    /\bY[/-]?o[/-]?Y\b|\by\/y\b|\byear[\s-](?:on|over|to)[\s-]year\b|\bon[\s-]year\b|\bannual(?:ly)?\b|\b(?:(?:from|than|versus|over|(?:compared|relative) (?:to|with)|against) )?(?:the )?(?:a year (?:ago|earlier|before)|year-ago (?:levels?|period|quarter)|same (?:time|period|quarter|month) (?:of )?(?:last year|a year (?:ago|earlier)))\b|同比|전년(?: 대비)?/gi,
    { kind: 'basis', basis: 'yoy' },
  ],
  [
    /\bM[/-]?o[/-]?M\b|\bm\/m\b|\bmonth[\s-](?:on|over|to)[\s-]month\b|\bon[\s-]month\b|\bmonthly\b|\b(?:from|over) (?:the )?(?:previous|prior|last) month\b|전월(?: 대비)?/gi,
    { kind: 'basis', basis: 'mom' },
  ],
  [
    /\bWoW\b|\bweek[\s-](?:on|over|to)[\s-]week\b|\bon[\s-]week\b|\bweekly\b|\bthis week\b|\b(?:from )?last week\b|[单單本]周|[单單本]週/gi,
    { kind: 'basis', basis: 'wow' },
  ],

  [
    /\b(?:(?:in|over|during|within|for) (?:just |about |roughly |less than )?(?:the )?(?:(?:past|last|previous|next|coming) )?(?:few|several|a couple of|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:weeks?|months?|quarters?|years?)|(?:in|over|during) the (?:past|last) (?:year|half)|over the course of (?:the |this )?(?:year|half)|so far this year|year[\s-]to[\s-]date|since (?:the |early |late |mid-?|last |january|february|march|april|may|june|july|august|september|october|november|december)\w*)\b|(?:过去|過去|近)[一二三四五六七八九十\d]+[个個]?[周週月季年]/gi,
    { kind: 'span' },
  ],
  [
    /\b(?:fiscal\s(?:Q[1-4]|(?:first|second|third|fourth)[\s-]quarter)|FQ[1-4])(?:[\s']?(?:20)?\d\d)?\b/gi,
    { kind: 'span', isFiscal: true },
  ],
  [
    /\b(?:amid|due to|driven by|supported by|thanks to|owing to|because of|on the back of|fuel(?:l)?ed by|led by|backed by|buoyed by|despite|if|when|once|because|facing|on(?=\s(?:[\w-]+\s){0,3}(?:demand|inventor(?:y|ies)|supply|supplies|shortages?|orders|restocking|stockpiling|hoarding|fears?|concerns?|hopes|growth|momentum|strength|weakness)\b)|benefit(?:s|ed|ing)? from|which|whose|citing|given that|reflecting|propelled by|boosted by|spurred by)\b|\bas\b(?!\s(?:well|much|many|high|low|of|a result|for|long|soon|expected|opposed|part))|受|由于|由於|因[应應为為]?/gi,
    { kind: 'reason' },
  ],

  [
    /(?<!\b(?:i\.e|e\.g|vs|approx|Inc|Corp|Co|Ltd|U\.S|No))[.!?](?=[\s"”’)]|$)|[。！？\n]/g,
    { kind: 'break', isEnd: true },
  ],
  [
    /[;:，；：|()（）]|,(?!\d)|\s[–—-]\s|—|\b(?:while|whereas|but|although|though|meanwhile|followed by)\b|而(?=[^且])|(?<=[한된])\s?(?:뒤|후)(?=\s)|지만|으나|으며|반면/g,
    { kind: 'break', isEnd: false },
  ],

  [/\bup(?:wards?)? from\b/gi, { kind: 'earlier', sign: 1 }],
  [/\bdown(?:wards?)? from\b/gi, { kind: 'earlier', sign: -1 }],
  [
    /\b(?:previously|originally|initially|(?:from|than|versus|above|against|over|exceeding|beyond) (?:the |an |a |its |their )?(?:previous(?:ly)?|earlier|initial(?:ly)?|prior|original(?:ly)?|forecast|projected|estimated|expected)|(?:previous|earlier|initial|prior|original) (?:estimates?|forecasts?|projections?|predictions?|outlook|expectations?|guidance|calls?|views?|range))\b|(?:原先|此前|先前|原本|前次|原)(?:的)?(?:预估|預估|预测|預測|预期|預期)?的?/gi,
    { kind: 'earlier' },
  ],
];

export const priceWords = (text: string): readonly Lexeme[] =>
  vocabulary.flatMap(([words, meaning]) =>
    [...text.matchAll(words)].map(
      (match): Lexeme => ({ ...meaning, start: match.index, end: match.index + match[0].length }),
    ),
  );
