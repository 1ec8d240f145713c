import type { Obligor } from '../facts/documents.ts'
import type { CaseView } from '../view.ts'
import type { FieldValue } from './define.ts'
import { addressOf, type Collector, identifierOf, notApplicable, representativeOf } from './fields.ts'

/** What forms 1 and 3 (附件2) share: where the case comes from, its cause, and the block of each 赔偿义务人. */
export function registerHead(
  { facts, regulation }: CaseView,
  obligors: readonly Obligor[],
  collector: Collector,
): Record<string, FieldValue> {
  const { clue, cause } = facts.case
  const channel = regulation.item('channels', clue.channel)
  const source = channel?.short ?? channel?.label ?? clue.channel
  if (!obligors.length) collector.need('义务人', undefined, 'case.obligors', 'amend-obligors')
  return {
    案件来源: clue.reference ? `${source}（${clue.reference}）` : source,
    案由: collector.need('案由', cause, 'case.cause', 'new'),
    义务人: { rows: obligors.map((obligor) => obligorRow(obligor, collector)) },
  }
}

function obligorRow(obligor: Obligor, collector: Collector): Record<string, string> {
  const organisation = obligor.kind === 'organization'
  return {
    '名称（姓名）': obligor.name,
    '地址（住址）': addressOf(obligor, '义务人.地址（住址）', collector),
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
