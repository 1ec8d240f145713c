import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode, UsageError } from '../exit.ts'
import { table } from '../output/table.ts'
import { paragraph } from '../output/text.ts'
import { packIds, packOf, packStatusWords, type VisibleLaw, visibleLaw } from './packs.ts'

/** `ejc regulation list`: the packs, their state and dates, and how many cases each governs. */
export async function listPacks(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  if (ids.length) throw new UsageError('ejc regulation list 列出全部规范包，后面不写编号。')
  const { out, global } = context
  const visible = await visibleLaw(context)
  const cases = pinnedCases(visible)
  const packs = packIds(visible).map((id) => summaryOf(id, visible, cases))
  if (global.json) out.json('regulations', packs)
  else out.print(listText(packs, context))
  const broken = brokenPacks(packs, visible)
  for (const name of broken)
    out.note(`规范包 ${name} 无法使用，运行 ejc lint 或者 ejc regulation show 查看原因。`)
  return broken.length ? Exit.Failed : Exit.Ok
}

/** Files against the schema of packs, and packs that build on what there is not. */
function brokenPacks(packs: readonly Summary[], { law }: VisibleLaw): string[] {
  const files = law.problems.map(({ file }) => file)
  return [...new Set([...files, ...packs.filter(({ status }) => status === null).map(({ id }) => id)])]
}

function summaryOf(id: string, { law, workspace, own }: VisibleLaw, cases: ReadonlyMap<string, number>) {
  const pack = packOf(law, id)
  return {
    id,
    title: pack?.title ?? null,
    shortTitle: pack?.shortTitle ?? null,
    status: pack?.status ?? null,
    base: pack?.base ?? false,
    effectiveFrom: pack?.effectiveFrom ?? null,
    effectiveTo: pack?.effectiveTo ?? null,
    supersededBy: pack?.supersededBy ?? null,
    basedOn: pack?.basedOn ?? [],
    /** The office's own file; null for what ejc ships. */
    file: own.get(id) ?? null,
    /** Whether new cases are pinned to it. */
    current: workspace?.setting.config.regulation === id,
    cases: cases.get(id) ?? 0,
  }
}

type Summary = ReturnType<typeof summaryOf>

/** How many cases are pinned to each pack; those that can't be read are not counted. */
function pinnedCases({ workspace }: VisibleLaw): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of workspace?.repository.caseIds() ?? []) {
    const document = workspace?.repository.readCase(id).documents.case
    const data: unknown = document?.result.ok ? document.result.data : undefined
    const pinned = typeof data === 'object' && data !== null && 'regulation' in data ? data.regulation : null
    if (typeof pinned === 'string') counts.set(pinned, (counts.get(pinned) ?? 0) + 1)
  }
  return counts
}

function listText(packs: readonly Summary[], { out }: CommandContext): string {
  const { style, width } = out
  const heads = [
    { title: '规范包' },
    { title: '名称', flexible: true },
    { title: '状态', flexible: true },
    { title: '期间', flexible: true },
    { title: '来源' },
    { title: '案件' },
  ]
  const rows = packs.map((pack) => [
    pack.current ? { text: pack.id, paint: style.bold } : pack.id,
    pack.shortTitle ?? '无法读取',
    stateText(pack),
    datesText(pack),
    pack.file ? '本库' : '内置',
    pack.cases ? String(pack.cases) : '',
  ])
  const current = packs.find((pack) => pack.current)
  const note = current ? [paragraph(`新案适用 ${current.id}（ejc.yaml 的 regulation）。`, width)] : []
  return [table(heads, rows, width, style.dim), ...note].join('\n')
}

function stateText({ status, base, supersededBy }: Summary): string {
  if (base) return '仅供继承'
  if (!status) return ''
  return supersededBy ? `${packStatusWords[status]} → ${supersededBy}` : packStatusWords[status]
}

function datesText({ effectiveFrom, effectiveTo }: Summary): string {
  if (!effectiveFrom && !effectiveTo) return ''
  return `${effectiveFrom ?? ''} 至 ${effectiveTo ?? '今'}`.trim()
}
