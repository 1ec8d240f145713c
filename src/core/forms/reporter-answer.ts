import type { IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, asWritten, dateOrBlank, obligorNames, presentParts } from './fields.ts'
import { letterFields } from './letter.ts'
import { groundText } from './termination-ground.ts'

/**
 * 举报答复书: what was decided about the claim that somebody asked for: that it was begun, not begun, or ended; one for
 * each decision. Nobody can be answered who gave no name.
 */
export const reporterAnswer = defineForm({
  id: 'reporter-answer',
  phase: 'screening',
  signing: 'office',
  datedOn: (facts, subject) => answeredOn(facts, decisionFor(facts, subject)),
  subjects: ({ facts }) =>
    facts.case.clue.reporter?.name ? decisionsOf(facts).map(({ subject }) => subject) : [],
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const { reporter } = facts.case.clue
    const decision = decisionFor(facts, subject)
    need('处理结果', decision?.on, 'screening.decision', 'screen')
    const fields = {
      ...letterFields(view, answeredOn(facts, decision)),
      收文机关: need('收文机关', reporter?.name, 'case.clue.reporter.name', 'new'),
      举报日期: reporter?.reportedOn ? `于${dateOrBlank(reporter.reportedOn)}` : '',
      处理结果: { paragraphs: decision ? resultText(view, decision) : [] },
      答复内容: { paragraphs: asWritten(isAnswered(facts, decision) ? reporter?.answer : '') },
    }
    return collector.filled(fields)
  },
})

/** A decision about the claim, and for whom it was made. */
interface Decision {
  readonly subject: string | null
  readonly kind: 'begun' | 'not-begun' | 'ended'
  readonly on: IsoDate | undefined
  readonly ground?: string | undefined
  readonly reason?: string | undefined
  readonly obligors: readonly string[]
}

/** The last decision for the case as a whole, and each one that ended the claim on some obligors alone. */
function decisionsOf(facts: Facts): Decision[] {
  const { screening, investigation, closing } = facts
  const all = claimedObligors(facts).map(({ id }) => id)
  const declined = screening?.decision === 'not-initiate' ? screening.notInitiate : undefined
  const begunOn = investigation?.initiation?.initiatedOn
  const ended = closing.terminations.map(({ obligors, ground, reason, decidedOn: on }): Decision => {
    const isAll = all.every((id) => obligors.includes(id))
    return { subject: isAll ? null : obligors.join('+'), kind: 'ended', on, ground, reason, obligors }
  })
  const first: Decision[] = begunOn
    ? [{ subject: null, kind: 'begun', on: begunOn, obligors: all }]
    : declined
      ? [
          {
            subject: null,
            kind: 'not-begun',
            on: declined.decidedOn ?? screening?.checkedOn,
            obligors: all,
            ...declined,
          },
        ]
      : []
  return [...new Map([...first, ...ended].map((each) => [each.subject, each])).values()]
}

function decisionFor(facts: Facts, subject: string | null): Decision | undefined {
  return decisionsOf(facts).find((each) => each.subject === subject)
}

/** Whether the answer on record was given to this decision: not before it. */
function isAnswered({ case: { clue } }: Facts, decision: Decision | undefined): boolean {
  const on = clue.reporter?.answeredOn
  return decision !== undefined && (on === undefined || decision.on === undefined || on >= decision.on)
}

/** The day of the answer where it is on record, else that of the decision. */
function answeredOn(facts: Facts, decision: Decision | undefined): IsoDate | undefined {
  const { reporter } = facts.case.clue
  return (isAnswered(facts, decision) ? reporter?.answeredOn : undefined) ?? decision?.on
}

/** What was decided and why, in the words of the text. */
function resultText(view: CaseView, { kind, on, ground, reason, obligors }: Decision): string[] {
  const { facts } = view
  const when = on ? `${dateOrBlank(on)}，` : ''
  if (kind === 'begun')
    return presentParts(
      asSentence(`经核查，符合启动条件。${when}我单位已启动生态环境损害索赔程序，正在依法办理`),
    )
  const names = obligorNames(facts, obligors)
  const what = kind === 'not-begun' ? '决定不启动索赔程序' : `决定终止对${names}的索赔程序`
  return presentParts(
    asSentence(`经核查，${when}我单位${what}`),
    ground && asSentence(groundText(view, ground)),
    reason && asSentence(`理由：${reason}`),
  )
}
