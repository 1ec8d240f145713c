import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'

/** The particulars of the unit that forms print. */
const UNIT = [
  ['representative', '负责人'],
  ['address', '地址'],
  ['phone', '电话'],
  ['creditCode', '统一社会信用代码'],
] as const

/** The titles of what forms need of the office and the configuration does not hold. */
function missingParticulars(
  { unit, court, localBasis }: ConfigDocument,
  { status }: Pick<Regulation, 'status'>,
): string[] {
  const ofUnit = UNIT.filter(([key]) => !unit?.[key]).map(([, title]) => title)
  return [
    ...(ofUnit.length ? [`${unit?.inNameOf ? `${unit.inNameOf}的` : '承办单位'}${ofUnit.join('、')}`] : []),
    ...(unit?.inNameOf && !unit.replyTo ? [`${unit.name}的答复收件处（地址、联系人、电话）`] : []),
    ...(court ? [] : ['常用法院']),
    ...(status !== 'draft' || localBasis ? [] : ['地方依据（细则还是征求意见稿）']),
  ]
}

/** What is still to be filled in, and how; undefined where nothing is missing. */
export function lackingText(
  config: ConfigDocument,
  regulation: Pick<Regulation, 'status'>,
): string | undefined {
  const titles = missingParticulars(config, regulation)
  if (!titles.length) return undefined
  const how = '生成文书时会问；要现在填，在案件库里再运行 ejc init。'
  return [`文书要用、还没有填的：${titles.join('；')}。`, how].join('\n')
}
