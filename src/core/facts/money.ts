/** Money is counted in 分, as bigint, so that a sum is never off by a rounding. */
export type Fen = bigint

const AMOUNT = /^(\d+)(?:\.(\d{1,2}))?$/
const FEN_PER_YUAN = 100n

/** 分 of a decimal string in yuan ("529700.00"); undefined when it is not an amount with at most two places. */
export function parseFen(yuan: string | undefined): Fen | undefined {
  const match = yuan === undefined ? null : AMOUNT.exec(yuan)
  if (!match?.[1]) return undefined
  return BigInt(match[1]) * FEN_PER_YUAN + BigInt((match[2] ?? '').padEnd(2, '0'))
}

/** 分 of an amount that the schema has already checked; nothing counts as 0. */
export function fenOf(yuan: string | undefined): Fen {
  return parseFen(yuan) ?? 0n
}

/** The sum of amounts in 分. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** The sum of amounts as decimal strings in yuan, in 分. */
export function sum(amounts: readonly (string | undefined)[]): Fen {
  return sumFen(amounts.map(fenOf))
}

/** The sum of the amounts of items, each in 分 or as a decimal string in yuan, in 分. */
export function sumOf(items: readonly { readonly amount?: Fen | string | undefined }[]): Fen {
  return sumFen(items.map(({ amount }) => (typeof amount === 'bigint' ? amount : fenOf(amount))))
}

/** 分 as a decimal string in yuan, as files hold it: 52970000n → "529700.00". */
export function yuanOf(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 分 as people read it: 52970000n → "529,700.00 元". */
export function showYuan(fen: Fen): string {
  const [whole = '0', cents] = yuanOf(fen).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents} 元`
}

/** A share of an amount in percent, in 分, rounded down. */
export function percentOf(fen: Fen, percent: number): Fen {
  return (fen * BigInt(percent)) / 100n
}
