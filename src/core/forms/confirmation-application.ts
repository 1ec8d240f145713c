import type { IsoDate } from '../calendar/dates.ts'
import type { Agreement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { confirmationOf, isRescinded, isSuperseded } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { agreementContent } from './agreement.ts'
import { applicantCodes, applicantOf, partiesAmong, rowsOfKind, withPhone } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import {
  dateOrBlank,
  type FieldCollector,
  identifierOf,
  joinedNames,
  localBasis,
  obligorAddress,
  representativeOf,
} from './fields.ts'

/** [6] 司法确认申请书: one for each signed agreement (`G1`). */
export const confirmationApplication = defineForm({
  id: 'confirmation-application',
  phase: 'court',
  signing: /^申请人（签名或者盖章）/,
  datedOn: ({ court }, subject) =>
    court.confirmations.find(({ agreement }) => agreement === subject)?.appliedOn,
  isJoint: true,
  byHand: ['申请日期'],
  subjects: ({ facts }) =>
    facts.agreements
      .filter((each) => each.signedOn && (isInForce(facts, each) || confirmationOf(facts, each)))
      .map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts, config } = view
    const signed = facts.agreements.find(({ id }) => id === subject)
    const confirmation = signed && confirmationOf(facts, signed)
    const applicant = applicantOf(view, collector)
    const path = subject === null ? 'agreements.agreements' : `agreements.agreements[${subject}].signedOn`
    const fields = {
      申请人: applicant.name,
      申请人统一社会信用代码: applicantCodes(view, collector),
      申请人法定代表人: applicant.representative,
      '申请人地址（联系方式）': applicant.reachedAt,
      ...applicantFields(view, signed, confirmation?.appliedOn, collector),
      签订日期: need('签订日期', dateOrBlank(signed?.signedOn), path, 'sign'),
      协议名称: facts.case.title,
      赔偿协议内容: { paragraphs: signed ? agreementContent(view, signed, collector) : [] },
      '实施方案、办法': need('实施方案、办法', localBasis(view), 'config.localBasis', 'init'),
      人民法院: need('人民法院', confirmation?.court ?? config.court, 'config.court', 'init'),
      申请日期: dateOrBlank(confirmation?.appliedOn),
    }
    return collector.filled(fields)
  },
})

/** Whether there is anything to confirm: neither replaced nor rescinded. */
function isInForce(facts: Facts, agreement: Agreement): boolean {
  return !isSuperseded(facts, agreement) && !isRescinded(agreement)
}

/** The obligors, who are applicants too, with separate rows for organisations and natural persons. */
function applicantFields(
  view: CaseView,
  signed: Agreement | undefined,
  on: IsoDate | undefined,
  collector: FieldCollector,
) {
  const parties = partiesAmong(view, signed?.obligors ?? [], on)
  return {
    赔偿义务人: joinedNames(parties.map(({ name }) => name)),
    单位: rowsOfKind(parties, 'organization', (obligor) => ({
      名称: obligor.name,
      统一社会信用代码: identifierOf(obligor, '单位.统一社会信用代码', collector),
      '法定代表人（负责人）': representativeOf(obligor, '单位.法定代表人（负责人）', collector),
      '地址（联系方式）': withPhone(
        obligorAddress(obligor, '单位.地址（联系方式）', collector),
        obligor.phone,
      ),
    })),
    自然人: rowsOfKind(parties, 'individual', (obligor) => ({
      姓名: obligor.name,
      身份证号码: identifierOf(obligor, '自然人.身份证号码', collector),
      工作单位或职业: obligor.occupation ?? '',
      '住址（联系方式）': withPhone(
        obligorAddress(obligor, '自然人.住址（联系方式）', collector),
        obligor.phone,
      ),
    })),
  }
}
