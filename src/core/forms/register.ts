import { cluesOf } from '../facts/clues.ts'
import type { Obligor } from '../facts/documents.ts'
import type { CaseView } from '../view.ts'
import { collectFields, type FieldValue } from './define.ts'
import {
  type FieldCollector,
  identifierOf,
  notApplicable,
  obligorAddress,
  representativeOf,
} from './fields.ts'

/** The investigation must still find out who is liable. */
const toBeFound = '待调查查明'

/** What forms 1 and 3 of the annex share: where the case comes from, its cause, and the block of each 赔偿义务人. */
export function registerHead(
  { facts, regulation }: CaseView,
  rows: readonly Record<string, string>[],
  collector: FieldCollector,
): Record<string, FieldValue> {
  const { cause } = facts.case
  const sources = cluesOf(facts).map(({ channel, reference }) => {
    const source = regulation.item('channels', channel)?.short ?? regulation.label('channels', channel)
    return reference ? `${source}（${reference}）` : source
  })
  return {
    案件来源: [...new Set(sources)].join('；'),
    案由: collector.need('案由', cause, 'case.cause', 'new'),
    义务人: { rows },
  }
}

/** The blocks of the obligors on record; notes as missing if there are none. */
export function obligorBlocks(
  obligors: readonly Obligor[],
  collector: FieldCollector,
): readonly Record<string, string>[] {
  if (!obligors.length) collector.need('义务人', undefined, 'case.obligors', 'amend-obligors')
  return obligors.map((obligor) => obligorRow(obligor, collector))
}

/** The blocks before the investigation has found the obligors: they say what is not known yet. */
export function obligorRowsSoFar(obligors: readonly Obligor[]): readonly Record<string, string>[] {
  const unknown: Obligor = { id: '', kind: 'organization', name: toBeFound }
  return (obligors.length ? obligors : [unknown]).map((obligor) => {
    const row = obligorRow(obligor, collectFields())
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value || toBeFound]))
  })
}

function obligorRow(obligor: Obligor, collector: FieldCollector): Record<string, string> {
  const organisation = obligor.kind === 'organization'
  return {
    '名称（姓名）': obligor.name,
    '地址（住址）': obligorAddress(obligor, '义务人.地址（住址）', collector),
    '统一社会信用代码（公民身份证号码）': identifierOf(
      obligor,
      '义务人.统一社会信用代码（公民身份证号码）',
      collector,
    ),
    '法定代表人（负责人）': organisation
      ? representativeOf(obligor, '义务人.法定代表人（负责人）', collector)
      : notApplicable,
    职务: organisation ? (obligor.representative?.post ?? '') : notApplicable,
  }
}
