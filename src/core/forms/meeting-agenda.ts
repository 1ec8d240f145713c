import { standingAppraisals } from '../facts/appraisals.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { roundOf } from '../facts/queries.ts'
import { addresseesOf, hasNothingToSettle } from '../facts/rounds.ts'
import type { CaseView } from '../view.ts'
import { ordinal } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, chineseDateTime, joinedNames, labelled, obligorNames, presentParts } from './fields.ts'
import { senderFields } from './letter.ts'

/** 磋商会议议程: one for each round whose notice calls a meeting (`1`), in the steps of `meeting-procedure`. */
export const meetingAgenda = defineForm({
  id: 'meeting-agenda',
  phase: 'consultation',
  signing: 'office',
  datedOn: (facts, subject) => roundOf(facts, Number(subject))?.notice?.issuedOn,
  subjects: ({ facts }) =>
    facts.rounds.filter(({ notice }) => notice?.meeting).map(({ round }) => String(round)),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const round = roundOf(view.facts, Number(subject))
    const meeting = round?.notice?.meeting
    const path = `consultation.rounds[${subject ?? ''}].notice.meeting`
    const fields = {
      ...senderFields(view, round?.notice?.issuedOn),
      会议时间: need('会议时间', meeting && chineseDateTime(meeting.at), `${path}.at`, 'notify'),
      会议地点: need('会议地点', meeting?.place, `${path}.place`, 'notify'),
      参加人员: { paragraphs: participants(view, round) },
      会议议程: { paragraphs: steps(view) },
    }
    return collector.filled(fields)
  },
})

function participants(view: CaseView, round: Round | undefined): string[] {
  const { facts } = view
  const bodies = standingAppraisals(facts).flatMap(({ body, experts }) => [
    body?.name,
    ...(experts ?? []).map(({ name }) => name),
  ])
  return presentParts(
    labelled('赔偿权利人一方', joinedNames([...claimantUnits(facts), ...(round?.notice?.panel ?? [])])),
    labelled('联合办案部门', jointTeam(facts.case.jurisdiction)),
    labelled('赔偿义务人', round && obligorNames(facts, invitedObligors(facts, round))),
    labelled('鉴定评估机构或者专家', joinedNames([...new Set(bodies)])),
    labelled('受邀单位', joinedNames(round?.notice?.invited)),
    labelled('旁听人员', joinedNames(round?.notice?.observers)),
  )
}

/** The steps in the words of the text. */
function steps({ regulation }: CaseView): string[] {
  return regulation
    .list('agenda')
    .map(({ label, item }, index) => `${item ?? `（${ordinal(index)}）`}${asSentence(label)}`)
}

/**
 * The obligors with whom the meeting is held: those of the round, but none that was released or is bound by another
 * round's agreement.
 */
function invitedObligors(facts: Facts, round: Round): string[] {
  return addresseesOf(facts, round).filter((id) => !hasNothingToSettle(facts, round, id))
}
