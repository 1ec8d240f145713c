import type { Truth } from '../fixtures/ledgers/ordinary.ts'

type Part = Readonly<Record<string, unknown>>

const partOf = (value: unknown): Part => (typeof value === 'object' && value !== null ? { ...value } : {})
const partsOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.map(partOf) : [])
const first = (value: unknown): Part => partsOf(value)[0] ?? {}

/**
 * Every fact that the documents of a case hold, by the headings of the ledger; read from the YAML itself, not by the
 * program. Amounts as numbers of yuan.
 */
export function factsIn(documents: Readonly<Record<string, unknown>>): Truth {
  const of = (name: string): Part => partOf(documents[name])
  const file = of('case')
  const [clue, damage] = [partOf(file.clue), partOf(file.damage)]
  const obligors = partsOf(file.obligors)
  const facts: Record<string, unknown> = {
    案件名称: file.title,
    案由: file.cause,
    备注: file.remarks,
    承办人: partsOf(file.officers).map(({ name }) => name),
    线索来源: clue.channel,
    发现日期: clue.foundOn,
    接收线索日期: clue.receivedOn,
    损害发生地: damage.location,
    义务人: obligors.map(({ name }) => name),
    证件号码: certificates(obligors),
    ...beforeAgreement(of, damage),
    ...ofAgreement(of, obligors),
    ...ofEnd(of),
  }
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && !value.length),
    ),
  ) as Truth
}

function certificates(obligors: readonly Part[]): unknown[] {
  const all = obligors.map(
    ({ creditCode, idNumber, identity }) => creditCode ?? idNumber ?? partOf(identity).number ?? '',
  )
  return all.every((each) => each === '') ? [] : all
}

type Documents = (name: string) => Part

function beforeAgreement(of: Documents, damage: Part): Part {
  const appraisal = first(of('appraisals').appraisals)
  const investigation = of('investigation')
  const round = first(of('consultation').rounds)
  const meetings = partsOf(round.meetings)
  const screening = of('screening')
  return {
    核查日期: screening.checkedOn,
    启动日期: partOf(investigation.initiation).initiatedOn,
    调查结论日期: partOf(investigation.conclusion).concludedOn,
    鉴定方式: appraisal.kind,
    鉴定机构: partOf(appraisal.body).name,
    委托日期: appraisal.commissionedOn,
    鉴定意见日期: appraisal.receivedOn,
    损害数额: numberOf(appraisal.total ?? damage.estimatedLoss),
    告知日期: partOf(round.notice).issuedOn,
    送达日期: partsOf(round.services).map(({ servedOn }) => servedOn),
    磋商会议日期: meetings.map(({ heldOn }) => heldOn),
    磋商结果: meetings.at(-1)?.outcome,
  }
}

function ofAgreement(of: Documents, obligors: readonly Part[]): Part {
  const agreement = first(of('agreements').agreements)
  const court = of('court')
  const suit = first(court.suits)
  const terms = partOf(agreement.restoration ?? suit.restoration)
  const project = first(of('restoration').projects)
  const owed = [...partsOf(agreement.payments), ...partsOf(suit.payments)]
  return {
    签约日期: agreement.signedOn,
    赔偿总额: numberOf(
      partOf(agreement.compensation).total ?? suit.claimAmount ?? (suit.judgedOn && sumOf(owed)),
    ),
    司法确认日期: first(court.confirmations).ruledOn,
    起诉日期: suit.filedOn,
    判决日期: suit.judgedOn,
    付款期限: owed.filter(({ dueOn }) => dueOn).map(({ dueOn, amount }) => `${dueOn} ${numberOf(amount)}`),
    付款日期和金额: paymentsOf(of('payments'), obligors),
    修复方式: project.mode ?? terms.mode ?? first(agreement.substitutes).mode,
    修复启动日期: project.startedOn,
    修复期限: terms.completeBy,
    完成日期: project.completedOn,
    评估日期: first(project.evaluations).reportedOn,
  }
}

/** What was paid, by day and payer; the payer is named where there are several obligors. */
function paymentsOf({ payments }: Part, obligors: readonly Part[]): string[] {
  const sums = new Map<string, number>()
  for (const { paidOn, payer, amount } of partsOf(payments)) {
    const name = obligors.length > 1 ? `${obligors.find(({ id }) => id === payer)?.name ?? payer} ` : ''
    const key = `${paidOn} ${name}`
    sums.set(key, (sums.get(key) ?? 0) + Number(amount))
  }
  return [...sums].map(([key, sum]) => `${key}${sum}`)
}

function ofEnd(of: Documents): Part {
  const screening = of('screening')
  const closing = of('closing')
  const notInitiated = screening.decision === 'not-initiate' ? partOf(screening.notInitiate) : undefined
  const end = notInitiated ?? first(closing.terminations)
  const ground = [end.ground, end.reason].filter(Boolean).join('：')
  return {
    终止日期: end.decidedOn ?? (notInitiated && screening.checkedOn),
    终止原因: ground === '' ? undefined : ground,
    结案日期: partOf(closing.closed).closedOn,
  }
}

function numberOf(value: unknown): number | undefined {
  return value === undefined || value === '' ? undefined : Number(value)
}

function sumOf(owed: readonly Part[]): number | undefined {
  return owed.length ? owed.reduce((sum, { amount }) => sum + Number(amount), 0) : undefined
}
