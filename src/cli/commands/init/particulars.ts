import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'

/** A particular of the office that forms print: its title, and how ejc.yaml holds it. */
interface Particular {
  readonly title: string
  readonly lines: readonly string[]
}

const UNIT = [
  ['representative', '负责人', '  representative: { name: 姓名, post: 职务 }'],
  ['address', '地址', '  address: 地址'],
  ['phone', '电话', '  phone: "0771-0000000"'],
  ['creditCode', '统一社会信用代码', '  creditCode: "18 位代码"'],
] as const

/** The particulars of the office that forms need and ejc.yaml does not hold. */
function missingParticulars(
  { unit, court, localBasis }: ConfigDocument,
  { status }: Pick<Regulation, 'status'>,
): Particular[] {
  const ofUnit = UNIT.filter(([key]) => !unit?.[key])
  const lines = ofUnit.map(([, , line]) => line)
  return [
    ...(ofUnit.length
      ? [{ title: `承办单位${ofUnit.map(([, title]) => title).join('、')}`, lines: ['unit:', ...lines] }]
      : []),
    ...(court ? [] : [{ title: '常用法院', lines: ['court: 某市中级人民法院'] }]),
    ...(status !== 'draft' || localBasis
      ? []
      : [{ title: '地方依据（细则还是征求意见稿）', lines: ['localBasis: 《某某实施方案》'] }]),
  ]
}

/** What is still to be filled in, and how; undefined where nothing is missing. */
export function lackingText(
  config: ConfigDocument,
  regulation: Pick<Regulation, 'status'>,
): string | undefined {
  const particulars = missingParticulars(config, regulation)
  if (!particulars.length) return undefined
  const titles = particulars.map(({ title }) => title).join('；')
  const lines = particulars.flatMap((each) => each.lines)
  return [
    `文书要用、还没有填的：${titles}。`,
    '补法：在案件库里再运行 ejc init，逐项补填；也可以用文本编辑器打开 ejc.yaml，照下面的样子补写（已有 unit: 一行的，接在它下面），保存即可：下次 ejc sync --commit 一并提交。',
    ...lines.map((line) => `  ${line}`),
  ].join('\n')
}
