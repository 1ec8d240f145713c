import type { CaseView } from '../view.ts'
import { type ApplyingUnit, applyingUnits } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import { presentParts } from './fields.ts'
import { courtFilingsOf } from './filing.ts'

/**
 * 法定代表人身份证明书: which goes with every filing; of the own unit, and of each other unit that claims by the name of
 * its government.
 */
export const representativeCertificate = defineForm({
  id: 'representative-certificate',
  phase: 'court',
  signing: /^单位（盖章）/,
  byHand: ['证明日期'],
  subjects: ({ facts }) =>
    courtFilingsOf(facts).length
      ? [null, ...(facts.case.jurisdiction.obligees ?? []).map(({ name }) => name)]
      : [],
  fill: (view, subject) => {
    const collector = collectFields()
    const unit = unitFor(view, subject)
    const { path = 'config.unit', action = 'init' } = unit ?? {}
    const fields = {
      法定代表人: collector.need('法定代表人', unit?.head, `${path}.representative.name`, action),
      职务: collector.need('职务', unit?.post, `${path}.representative.post`, action),
      单位名称: unit?.name ?? '',
      单位地址和电话: presentParts(
        `单位地址：${collector.need('单位地址和电话', unit?.address, `${path}.address`, action)}`,
        unit?.phone && `联系电话：${unit.phone}`,
      ).join('\n'),
      证明日期: '',
    }
    return collector.filled(fields)
  },
})

function unitFor(view: CaseView, subject: string | null): ApplyingUnit | undefined {
  const [own, ...others] = applyingUnits(view)
  const { obligees = [] } = view.facts.case.jurisdiction
  return subject === null ? own : others[obligees.findIndex(({ name }) => name === subject)]
}
