import type { Matter } from '../../core/regulation/cite.ts'
import { limitText, periodText } from '../../core/regulation/diff.ts'
import { matterTitles } from '../../core/regulation/matters.ts'
import type { MatterEntry, RegulationPack } from '../../core/regulation/pack.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode, UsageError } from '../exit.ts'
import { matters } from '../explain/matters.ts'
import type { Output } from '../output/output.ts'
import { type Cell, table } from '../output/table.ts'
import { paragraph } from '../output/text.ts'
import { needRegulation, packIds, packStatusWords, visibleLaw } from './packs.ts'

/** `ejc regulation show [ID]`: the matters, figures and lists of a pack, each with its article and whether it was checked. */
export async function showPack(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  const [given, ...more] = ids
  if (more.length) throw new UsageError('ejc regulation show 一次查看一个规范包。')
  const { out, global } = context
  const visible = await visibleLaw(context)
  const id = given ?? visible.workspace?.setting.config.regulation ?? packIds(visible)[0] ?? ''
  const { pack } = needRegulation(visible, id)
  if (global.json) out.json('regulation', packJson(pack, visible.own.get(id) ?? null))
  else out.print(packText(pack, out))
  return Exit.Ok
}

function packJson(pack: RegulationPack, file: string | null) {
  const { id, title, shortTitle, status, issuer, base = false, basedOn = [], rolling } = pack
  return {
    id,
    title,
    shortTitle,
    status,
    issuer,
    base,
    basedOn,
    file,
    effectiveFrom: pack.effectiveFrom ?? null,
    effectiveTo: pack.effectiveTo ?? null,
    supersededBy: pack.supersededBy ?? null,
    note: pack.note ?? null,
    matters: placesOf(pack).map(matterJson),
    periods: figures(pack.periods, ({ amount, unit }) => ({ amount, unit })),
    limits: figures(pack.limits, ({ amount = null, percent = null, count = null }) => ({
      amount,
      percent,
      count,
    })),
    lists: Object.entries(pack.lists).map(([name, list]) => ({
      id: name,
      title: list.title,
      article: list.article,
      verified: list.verified ?? true,
      items: list.items.map(({ code, label }) => ({ code, label })),
    })),
    clauses: pack.clauses.map(({ code, title: name, required, article }) => ({
      code,
      title: name,
      required,
      article,
    })),
    rolling: rolling ? { rolls: rolling.rolls, article: rolling.article, verified: rolling.verified } : null,
  }
}

/** A text that has no such norm says so, whatever article the text that it builds on gives. */
function matterJson([id, entry]: readonly [Matter, MatterEntry]) {
  const absent = entry.absent === true
  const { article = null, item = null } = absent ? {} : entry
  return { id, title: matterTitles[id], article, item, absent, verified: entry.verified ?? true }
}

/** The matters of which a pack says where they are written, or that they are not; what is there to be extended leaves some open. */
function placesOf(pack: RegulationPack): (readonly [Matter, MatterEntry])[] {
  return matters.flatMap((matter) => {
    const entry = pack.matters[matter]
    return entry ? [[matter, entry] as const] : []
  })
}

interface Figure {
  readonly title: string
  readonly article: string
  readonly principle?: boolean
  readonly advisory?: boolean
  readonly verified?: boolean
  /** The text has no numeral there: the figure follows from its meaning. */
  readonly inferred?: boolean
  readonly note?: string
}

function figures<T extends Figure, V extends object>(
  entries: Readonly<Record<string, T>>,
  figureOf: (entry: T) => V,
) {
  return Object.entries(entries).map(([id, entry]) => ({
    id,
    title: entry.title,
    ...figureOf(entry),
    article: entry.article,
    principle: entry.principle ?? false,
    advisory: entry.advisory ?? false,
    verified: entry.verified ?? true,
    inferred: entry.inferred ?? false,
    note: entry.note ?? null,
  }))
}

function packText(pack: RegulationPack, out: Output): string {
  const { style } = out
  return [
    headText(pack, out),
    `${style.bold('期间')}\n${figureTable(Object.entries(pack.periods), periodText, out)}`,
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
  const indented = lines.map((line) => paragraph(line, width, '  '))
  return [style.bold(paragraph(title, width)), ...indented].join('\n')
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
  const rows = entries.map(([id, entry]): Cell[] => [id, entry.title, textOf(entry), checked(entry, style)])
  return table(heads, rows, width, style.dim)
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
    checked(list, style),
  ])
  return table(heads, rows, width, style.dim)
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
  return table(heads, rows, width, style.dim)
}

function matterTable(pack: RegulationPack, { style, width }: Output): string {
  const heads = [
    { title: '编号' },
    { title: '事项', flexible: true },
    { title: '条文', flexible: true },
    { title: '核对' },
  ]
  const rows = placesOf(pack).map(([matter, entry]): Cell[] => {
    const { article = '', item = '', absent, review } = entry
    const where: Cell = absent ? { text: '没有规定', paint: style.yellow } : `${article}${item}`
    return [
      matter,
      matterTitles[matter],
      where,
      review ? { text: review, paint: style.yellow } : checked(entry, style),
    ]
  })
  return table(heads, rows, width, style.dim)
}

/** An entry of the text itself was read in it; one of national law says whether it was. */
function checked(
  { verified = true, inferred = false }: { readonly verified?: boolean; readonly inferred?: boolean },
  style: Output['style'],
): Cell {
  if (!verified) return { text: '未核对', paint: style.yellow }
  return inferred ? '由文义推出' : '已核对'
}
