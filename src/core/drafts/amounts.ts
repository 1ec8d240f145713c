import { type Fen, parseFen } from '../facts/money.ts'
import {
  chineseNumber,
  DIGIT_NUMERALS,
  digitOf,
  digitsOf,
  FIRST_NUMERALS,
  NOUGHTS,
  NUMERAL_CHARACTERS,
} from './numerals.ts'
import { compact } from './words.ts'

/** An amount that a text names, in 分, and where it stands in the text without its white space. */
export interface AmountInText {
  readonly fen: Fen
  readonly start: number
  readonly end: number
}

const zerosOf: Readonly<Record<string, number>> = NOUGHTS

// Each pattern begins where a figure begins and has an end: on a run of a million digits a search from each of them
// would not end.
const BEGINS = String.raw`(?<!\d[.,'’]?)(?<!(?:美元|美金|港币|港元|欧元|日元|USD|HKD|EUR|\$):?)`
const FIGURE = String.raw`(?:\d{1,3}(?:[,'’]\d{3}){1,6}|\d{1,20})(?:\.\d{1,6})?`
const UNIT = '(?:[十百千]?万|亿|[百千])'
/** 52.97万, 1亿2千万, 10万5000, 1万零500. */
const SUM = `(?:${FIGURE}${UNIT}零?){0,3}(?:${FIGURE}${UNIT}?)`
const COINS = String.raw`(?:(?<jiao>\d)角)?(?:零?(?<small>\d)分)?`
/** Words after which 50万 is an amount of money, and not of trees. */
const MONEY = '(?<=(?:付|赔偿|[罚缴欠还花掏]了?|计|额|款|金|费用?|共|为)(?:人民币)?)'
/** The same as people say it to one another. */
const TOLD =
  '(?<=(?:[付给赔罚收转要借交缴欠还花掏]了?|[价钱我你他]|计|额|款|[押定订现奖]金|费用?|共|为)(?:人民币)?)'
const STOP = '(?=[,。;:)、!?]|$)'

const IN_FIGURES = new RegExp(
  [
    // The lower end of a range has the unit of its upper end: 10-20万元.
    `${BEGINS}(?<from>${FIGURE})(?=[-~—至到]${FIGURE}(?<unit>${UNIT})(?:元|圆))`,
    `${BEGINS}(?<yuan>${SUM})(?:元|圆|块钱)${COINS}`,
    `(?<=[￥¥]|(?:RMB|CNY|人民币):?)(?<marked>${SUM})(?![\\d年%号万亿])`,
    `${MONEY}${BEGINS}(?<bare>${FIGURE}[万亿])${STOP}`,
    `${TOLD}${BEGINS}(?<pieces>${FIGURE}[百千万]?)块${STOP}`,
    // 1万9 is 1万9千, as people say it.
    `${TOLD}${BEGINS}(?<short>\\d{1,4}万\\d)${STOP}`,
  ].join('|'),
  'giu',
)
const PART = new RegExp(`(${FIGURE})(${UNIT})?`, 'gu')

/** The amounts in figures: 529,700.00元, 2.8万元, 1亿2千万元, ￥500000. Nothing for what is not exact: 10万余元. */
export function amountsIn(text: string): AmountInText[] {
  return [...compact(text).matchAll(IN_FIGURES)].flatMap((match) => {
    const { from, unit = '', yuan, jiao = 0, small = 0, marked, bare, pieces, short } = match.groups ?? {}
    const whole = yuan ?? marked ?? bare ?? pieces ?? (short === undefined ? '' : `${short}千`)
    const fen = fenOfSum(from === undefined ? whole : from + unit)
    if (fen === undefined) return []
    const coins = BigInt(jiao) * 10n + BigInt(small)
    return [{ fen: fen + coins, start: match.index, end: match.index + match[0].length }]
  })
}

/** 1亿2千万 → 12000000000 分; undefined where a part of a 分 is left. */
function fenOfSum(text: string): Fen | undefined {
  const parts = [...text.matchAll(PART)].map(([, figure = '', unit]) => fenOfFigure(figure, unit))
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0n,
  )
}

function fenOfFigure(figure: string, unit: string | undefined): Fen | undefined {
  const [whole = '', decimals = ''] = figure.split('.')
  const shift = zerosOf[unit ?? ''] ?? 0
  const digits = decimals.padEnd(shift, '0')
  const yuan = [
    whole.replaceAll(/[,'’]/gu, '') + digits.slice(0, shift),
    digits.slice(shift).replace(/0+$/u, ''),
  ]
  return parseFen(yuan.filter(Boolean).join('.'))
}

const IN_NUMERALS = new RegExp(
  `(?<![${NUMERAL_CHARACTERS}\\d数几第点])([${FIRST_NUMERALS}][${NUMERAL_CHARACTERS}]{0,39})(?:点([${NUMERAL_CHARACTERS}]{1,6}?)([万亿]))?[元圆圓]([整正]|[${NUMERAL_CHARACTERS}角分]{1,8})?`,
  'gu',
)
/** What is paid is money without its 元: 还两万. */
const PAID = '(?<=[付赔罚缴欠还花掏]了?)'
/** As people say them: 三万五, 八千块, 还两万. 一块 is one piece: 石头少还一块. */
const SPOKEN = new RegExp(
  `(?:${TOLD}(?:(?<short>[${FIRST_NUMERALS}]{1,3}[万千百][${DIGIT_NUMERALS}])|(?<pieces>(?!一块)[${FIRST_NUMERALS}][${NUMERAL_CHARACTERS}]{0,9})块)|${PAID}(?<paid>[${FIRST_NUMERALS}]{1,3}[万千百]))${STOP}`,
  'gu',
)
const CAPITAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]/u

/**
 * The amounts in numerals: 伍拾贰万玖仟柒佰元整, 五十万元. A small one in plain numerals needs its 整, 角 or 分, since
 * 一元 is also a part of other words.
 */
export function capitalsIn(text: string): AmountInText[] {
  const written = compact(text)
  return [...amountsInNumerals(written), ...spokenIn(written)].sort((a, b) => a.start - b.start)
}

/** 三万五 is 三万五千. */
function spokenIn(text: string): AmountInText[] {
  return [...text.matchAll(SPOKEN)].map((match) => {
    const { short, pieces = '', paid = pieces } = match.groups ?? {}
    const unit = short?.at(-2) ?? ''
    const below = { 万: '千', 千: '百', 百: '十' }[unit] ?? ''
    const fen = chineseNumber(short === undefined ? paid : `${short}${below}`) * 100n
    return { fen, start: match.index, end: match.index + match[0].length }
  })
}

function amountsInNumerals(text: string): AmountInText[] {
  return [...text.matchAll(IN_NUMERALS)].flatMap((match) => {
    const [written, yuan = '', decimals, unit = '', rest = ''] = match
    if (!CAPITAL.test(written) && !/[十百千万亿]/u.test(yuan + unit) && rest === '') return []
    const fen =
      decimals === undefined
        ? chineseNumber(yuan) * 100n + coinsOf(rest)
        : fenOfFigure(`${chineseNumber(yuan)}.${digitsOf(decimals)}`, unit)
    if (fen === undefined) return []
    return [{ fen, start: match.index, end: match.index + written.length }]
  })
}

/** 角 and 分 behind the 元: 叁角贰分 → 32. */
function coinsOf(rest: string): Fen {
  const before = (unit: string): bigint => BigInt(digitOf(rest.charAt(rest.indexOf(unit) - 1)) ?? 0)
  return (rest.includes('角') ? before('角') * 10n : 0n) + (rest.includes('分') ? before('分') : 0n)
}

/** All amounts of a text in its order, in figures and in numerals; what is said twice, in both or in brackets, once. */
export function moneyIn(text: string): AmountInText[] {
  const written = compact(text)
  const all = [...amountsIn(text), ...capitalsIn(text)].sort((a, b) => a.start - b.start)
  return all.filter((each, index) => {
    const before = all[index - 1]
    return before?.fen !== each.fen || !areOneSum(written, before, each)
  })
}

/** What may stand between two writings of one amount: （大写：人民币, 元整（￥, ，即. */
const BETWEEN =
  /^(?:$|(?=.*[(:大即])[(,:即计合大小写金额人民币为￥¥整正]{1,12}$|[,;、]?(?:人民币|金额)?\([大小]写\)(?:金额)?:?(?:人民币|[￥¥])?$)/u

/** Whether two amounts of a text without its white space stand beside each other as two writings of one. */
export function areOneSum(written: string, first: AmountInText, second: AmountInText): boolean {
  return first.end <= second.start && BETWEEN.test(written.slice(first.end, second.start))
}
