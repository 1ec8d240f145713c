import { DocumentError } from './error.ts'

const fenOfYuan = 100n
const fenOfJiao = 10n
// Above this amount, we have not checked how the package groups 万 and 亿.
const mostFen = 10n ** 17n

/**
 * An amount in capitals, as a contract writes it: 伍拾贰万玖仟柒佰元整; 整 after 元 and 角, not after 分.
 * @param fen whole 分, not negative, below 10^17
 * @throws DocumentError on anything else
 */
export const chineseAmount = async (fen: bigint | number): Promise<string> => {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen))
    throw new DocumentError('大写金额', [`${fen} 不是整数分。`])
  const amount = BigInt(fen)
  if (amount < 0n || amount >= mostFen) throw new DocumentError('大写金额', [`${amount} 分超出可写的范围。`])
  const { default: nzh } = await import('nzh/cn')
  const rest = amount % fenOfYuan
  // The package writes 整 only for a number without decimals, so whole yuan go without a point.
  const yuan = String(amount / fenOfYuan)
  const text = rest === 0n ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`
  const capitals = nzh.toMoney(text, { outSymbol: false })
  return rest !== 0n && rest % fenOfJiao === 0n && !capitals.endsWith('整') ? `${capitals}整` : capitals
}
