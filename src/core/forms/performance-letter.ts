import { type IsoDate, latestOfAll } from '../calendar/dates.ts'
import { debtsOf } from '../facts/debts.ts'
import type { Agreement, RestorationProject } from '../facts/documents.ts'
import { paymentsUnder } from '../facts/instalments.ts'
import { fenOf, sum } from '../facts/money.ts'
import { proceedingsOf } from '../facts/proceedings.ts'
import { agreementOf, confirmationOf, endedOn, obligorName, roundNumber, roundOf } from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import { projectsOf } from '../facts/works.ts'
import { breachOf } from '../stages/breach.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  joinedNames,
  presentParts,
} from './fields.ts'
import { basisOf, letterFields } from './letter.ts'

/** 积极履行情况告知函: one for each 赔偿义务人 who consulted and performs as agreed (`o1`). */
export const performanceLetter = defineForm({
  id: 'performance-letter',
  phase: 'agreements',
  signing: 'office',
  subjects: (view) => view.facts.obligors.map(({ id }) => id).filter((id) => isPerforming(view, id)),
  fill: (view, subject) => {
    const collector = collectFields()
    const { facts } = view
    const id = subject ?? ''
    const agreement = agreementOf(facts, id)
    const told = facts.supervision.leniencyNotices.filter(({ obligor }) => obligor === id)
    const days = told.map(({ on }) => on).sort()
    collector.need('赔偿协议', agreement?.signedOn, 'agreements.agreements', 'sign')
    const fields = {
      ...letterFields(view, days.at(0), told.find(({ on }) => on === days.at(0))?.document),
      收文机关: addressees(view, id, collector),
      赔偿义务人: obligorName(facts, id),
      依据: basisOf(view, 'leniency', collector),
      磋商情况: agreement ? consulted(view, id, agreement) : '',
      履行情况: { paragraphs: agreement ? performedText(view, id, agreement, days.at(0)) : [] },
    }
    return collector.filled(fields)
  },
})

/** Whether an agreement that the court did not refuse binds the obligor, who has begun to perform and is not late. */
function isPerforming(view: CaseView, id: string): boolean {
  const { facts } = view
  const agreement = agreementOf(facts, id)
  const toldAlready = facts.supervision.leniencyNotices.some(({ obligor }) => obligor === id)
  if (!agreement || confirmationOf(facts, agreement)?.result === 'refused') return false
  if (toldAlready) return true
  const late = breachOf(view, agreement.id)?.failures.some(({ obligors }) => obligors.includes(id))
  const begun =
    paymentsUnder(view.facts, agreement).length > 0 ||
    projectsOf(facts, id).some(({ startedOn }) => startedOn)
  return begun && !late && !endedOn(facts, id)
}

/** The authorities that were told, else those of the proceedings that run beside the claim. */
function addressees({ facts }: CaseView, id: string, { need }: FieldCollector): string {
  const told = facts.supervision.leniencyNotices.filter(({ obligor }) => obligor === id).map(({ to }) => to)
  const beside = proceedingsOf(facts).filter(
    ({ kind, obligors }) => (kind === 'penalty' || kind === 'criminal') && (obligors?.includes(id) ?? true),
  )
  const known = told.length ? told : beside.map(({ authority }) => authority)
  return need('收文机关', joinedNames([...new Set(known)]), 'supervision.leniencyNotices', 'notify-leniency')
}

function consulted({ facts }: CaseView, id: string, agreement: Agreement): string {
  const reply = roundOf(facts, roundNumber(agreement))?.replies?.find(({ obligor }) => obligor === id)
  const agreed = reply?.agrees ? `于${dateOrBlank(reply.repliedOn)}答复同意磋商` : ''
  return asSentence(inClauses(agreed, `于${dateOrBlank(agreement.signedOn)}签订生态环境损害赔偿协议`))
}

/** What was done by the day of the letter; a later payment belongs to a later letter. */
function performedText(view: CaseView, id: string, agreement: Agreement, by: IsoDate | undefined): string[] {
  const { facts } = view
  const inTime = (day: IsoDate | undefined) => day !== undefined && (by === undefined || day <= by)
  const paid = paymentsUnder(view.facts, agreement).filter(({ paidOn }) => inTime(paidOn))
  const own = debtsOf(facts, agreement.id).filter(({ obligor }) => obligor === id)
  const done = latestOfAll(own.map((debt) => debt.performedOn))
  return presentParts(
    ...paid.map(({ paidOn, amount }) => `${dateOrBlank(paidOn)}支付${amountInFigures(fenOf(amount))}。`),
    paid.length > 1 ? `已支付共计${amountInFigures(sum(paid.map(({ amount }) => amount)))}。` : '',
    ...projectsOf(facts, id).map((project) => restoredBy(project, inTime)),
    done && inTime(done) ? `截至${dateOrBlank(done)}，协议约定的义务已全部履行。` : '',
  )
}

function restoredBy(project: RestorationProject, inTime: (day: IsoDate | undefined) => boolean): string {
  const steps: readonly (readonly [string, IsoDate | undefined])[] = [
    ['启动', project.startedOn],
    ['完成', project.completedOn],
    ['经验收达到修复目标', passedOn(project)],
  ]
  const told = steps.filter(([, day]) => inTime(day)).map(([what, day]) => `于${dateOrBlank(day)}${what}`)
  return told.length ? asSentence(`修复项目 ${project.id} ${told.join('，')}`) : ''
}
