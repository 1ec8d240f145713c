import type { CommandContext } from '../../../shared/context.ts'
import { textTable } from '../../../shared/output/table.ts'
import { wrapIndented } from '../../../shared/output/text.ts'
import { packStatusWords } from '../packs.ts'
import type { Summary } from './summary.ts'

/** The packs as a table, and which one new cases are pinned to. */
export function packsText(packs: readonly Summary[], { out }: CommandContext): string {
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
  const note = current ? [wrapIndented(`新案适用 ${current.id}。`, width)] : []
  return [textTable(heads, rows, width, style.dim), ...note].join('\n')
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
