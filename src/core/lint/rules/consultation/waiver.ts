import type { Documents } from '../../../facts/documents.ts'
import { obligorName, waivedMeeting } from '../../../facts/queries.ts'
import { addresseesOf, hasNothingToSettle } from '../../../facts/rounds.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { simpleCaseDoubts } from '../../../stages/simple-case.ts'
import { all, inRound, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const consultationWaiver = defineRule({
  id: 'consultation/waiver',
  severity: 'error',
  about: 'breach',
  matter: 'meeting-waiver',
  title: '不开磋商会议只限简单案件并经义务人同意',
  why: '不开会直接签约是简单案件的例外；不是简单案件或者有人没有同意，协议的自愿性就受质疑。',
  mend: '补充认定简单案件和书面同意，或者召开磋商会议。',
  *check(scope) {
    const { facts } = scope
    for (const round of facts.rounds) {
      const { meetingWaiver } = round
      if (!meetingWaiver) continue
      const doubts = simpleCaseDoubts(scope)
      if (doubts.length > 0) yield at(meetingWaiver, [], notSimple(doubts), { code: 'simple-case' })
      for (const id of addresseesOf(facts, round)) {
        if (waivedMeeting(round, id) || hasNothingToSettle(facts, round, id)) continue
        yield at(meetingWaiver, 'consents', noConsent(obligorName(facts, id)), { code: id })
      }
      for (const consent of meetingWaiver.consents) {
        if (saysSomething(consent.document)) continue
        yield at(consent, [], notWritten(consent.obligor), { code: 'document', severity: 'warning' })
      }
    }
  },
  examples: {
    accept: [
      { title: '开了磋商会议', change: unchanged },
      { title: '简单案件，全体义务人书面同意', change: all(simple, waivedBy('o1', 'o2')) },
    ],
    reject: [
      {
        title: '没有认定简单案件',
        finds: ['error simple-case consultation.rounds.0.meetingWaiver'],
        change: waivedBy('o1', 'o2'),
      },
      {
        title: '有一个义务人没有同意',
        finds: ['error o2 consultation.rounds.0.meetingWaiver.consents'],
        change: all(simple, waivedBy('o1')),
      },
    ],
  },
})

function simple(documents: Documents): void {
  documents.case.simpleCase = { factsSimple: true, liabilityUndisputed: true }
}

function waivedBy(...obligors: readonly string[]) {
  return inRound((round) => {
    const consents = obligors.map((obligor) => ({ obligor, consentedOn: '2025-07-01', document: '同意书' }))
    round.meetingWaiver = { consents }
  })
}

const notSimple = (doubts: readonly string[]) =>
  `不开会直接签约，但本案不符合简单案件的条件：${doubts.join('；')}。${cite('meeting-waiver')}；请补充认定，或者召开磋商会议。`

const noConsent = (name: string) =>
  `不开会直接签约，${name}没有同意的记录。${cite('meeting-waiver')}：须经赔偿义务人同意；请取得书面同意。`

const notWritten = (obligor: string) => `${obligor} 同意不开会，没有登记书面材料。请填写「同意文书」。`
