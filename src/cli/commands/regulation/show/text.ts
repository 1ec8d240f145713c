import { limitText, periodEntryText } from '../../../../core/regulation/diff.ts'
import { matterTitles } from '../../../../core/regulation/matters.ts'
import type { RegulationPack } from '../../../../core/regulation/pack.ts'
import type { Output } from '../../../shared/output/output.ts'
import { type Cell, textTable } from '../../../shared/output/table.ts'
import { wrapIndented } from '../../../shared/output/text.ts'
import { packStatusWords } from '../packs.ts'
import { type Figure, matterEntries } from './json.ts'

/** A pack for people: what it is, then its figures, lists, clauses and matters. */
export function packDescription(pack: RegulationPack, out: Output): string {
  const { style } = out
  return [
    headText(pack, out),
    `${style.bold('期间')}\n${figureTable(Object.entries(pack.periods), periodEntryText, out)}`,
    `${style.bold('限额')}\n${figureTable(Object.entries(pack.limits), limitText, out)}`,
    `${style.bold('清单（各项代码见 ejc explain 清单编号）')}\n${listTable(pack, out)}`,
    `${style.bold('协议条款')}\n${clauseTable(pack, out)}`,
    `${style.bold('事项')}\n${matterTable(pack, out)}`,
  ].join('\n\n')
}

function headText(pack: RegulationPack, { style, width }: Output): string {
  const { title, id, status, base, issuer, effectiveFrom, effectiveTo, supersededBy, basedOn, rolling } = pack
  const lines = [
    `${id}，${base ? '仅供其他规范继承' : packStatusWords[status]}，${issuer}`,
    ...(effectiveFrom ? [`自 ${effectiveFrom} 起施行`] : []),
    ...(effectiveTo ? [`施行至 ${effectiveTo}`] : []),
    ...(supersededBy ? [`由 ${supersededBy} 取代`] : []),
    ...(basedOn?.length ? [`继承 ${basedOn.join('、')}`] : []),
    ...(rolling ? [`末日逢休息日：${rolling.rolls ? '顺延' : '不顺延'}（${rolling.article}）`] : []),
    ...(pack.note ? [pack.note] : []),
  ]
  const indented = lines.map((line) => wrapIndented(line, width, '  '))
  return [style.bold(wrapIndented(title, width)), ...indented].join('\n')
}

function figureTable<T extends Figure>(
  entries: readonly (readonly [string, T])[],
  textOf: (entry: T) => string,
  { style, width }: Output,
): string {
  const heads = [
    { title: '编号' },
    { title: '名称', flexible: true },
    { title: '数值', flexible: true },
    { title: '核对' },
  ]
  const rows = entries.map(([id, entry]): Cell[] => [
    id,
    entry.title,
    textOf(entry),
    verifiedText(entry, style),
  ])
  return textTable(heads, rows, width, style.dim)
}

function listTable({ lists }: RegulationPack, { style, width }: Output): string {
  const heads = [
    { title: '编号' },
    { title: '名称', flexible: true },
    { title: '条文', flexible: true },
    { title: '内容', flexible: true },
    { title: '核对' },
  ]
  const rows = Object.entries(lists).map(([name, list]): Cell[] => [
    name,
    `${list.title}（${list.items.length} 项）`,
    list.article,
    list.items.map(({ short, label }) => short ?? label).join('、'),
    verifiedText(list, style),
  ])
  return textTable(heads, rows, width, style.dim)
}

function clauseTable({ clauses }: RegulationPack, { style, width }: Output): string {
  const heads = [
    { title: '编号' },
    { title: '名称', flexible: true },
    { title: '要求' },
    { title: '条文' },
    { title: '文书中' },
  ]
  const rows = clauses.map(({ code, title, required, article, formSection }) => [
    code,
    title,
    required ? '应当写明' : '可以不写',
    article,
    formSection,
  ])
  return textTable(heads, rows, width, style.dim)
}

function matterTable(pack: RegulationPack, { style, width }: Output): string {
  const heads = [
    { title: '编号' },
    { title: '事项', flexible: true },
    { title: '条文', flexible: true },
    { title: '核对' },
  ]
  const rows = matterEntries(pack).map(([matter, entry]): Cell[] => {
    const { article = '', item = '', absent, review } = entry
    const where: Cell = absent ? { text: '没有规定', paint: style.yellow } : `${article}${item}`
    return [
      matter,
      matterTitles[matter],
      where,
      review ? { text: review, paint: style.yellow } : verifiedText(entry, style),
    ]
  })
  return textTable(heads, rows, width, style.dim)
}

/** Whether an entry was read in its text: one of national law says so itself. */
function verifiedText(
  { verified = true, inferred = false }: { readonly verified?: boolean; readonly inferred?: boolean },
  style: Output['style'],
): Cell {
  if (!verified) return { text: '未核对', paint: style.yellow }
  return inferred ? '由文义推出' : '已核对'
}
