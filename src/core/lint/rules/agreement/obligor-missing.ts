import { agreementsBindingAnyone, bindingAgreements, boundAsBefore } from '../../../facts/agreements.ts'
import type { Documents } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { failedOn, obligorName, releasedOn } from '../../../facts/queries.ts'
import { suitsAgainst } from '../../../facts/suits.ts'
import { all, inAgreement, inRound, part, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule } from '../../define.ts'

export const obligorMissing = defineRule({
  id: 'agreement/obligor-missing',
  severity: 'warning',
  about: 'breach',
  matter: 'agreement',
  title: '每个赔偿义务人都有着落',
  why: '协议漏列义务人，等于对其放弃索赔；没有谈成的，应当另有磋商不成、起诉或者终止的记录。',
  mend: '补签协议，或者记录磋商不成、起诉、终止。',
  reads: ['today'],
  *check(scope) {
    const { facts } = scope
    const signed = bindingAgreements(facts).filter(({ signedOn }) => signedOn)
    const [first] = signed
    if (!first || facts.closing.closed) return
    const left = agreementsBindingAnyone(facts).flatMap((agreement) =>
      boundAsBefore(facts, agreement).map((obligor) => ({ agreement, obligor })),
    )
    for (const { agreement, obligor } of left) {
      if (isSettledOtherwise(facts, obligor)) continue
      const message = boundByFormer(obligorName(facts, obligor), agreement.id)
      yield at(agreement, 'obligors', message, { code: obligor, severity: 'notice' })
    }
    const covered = new Set([
      ...signed.flatMap(({ obligors }) => obligors),
      ...left.map(({ obligor }) => obligor),
    ])
    for (const { id, name } of facts.obligors) {
      if (covered.has(id) || isSettledOtherwise(facts, id) || isStillNegotiating(scope, id)) continue
      yield at(first, 'obligors', leftOut(name), { code: id })
    }
  },
  examples: {
    accept: [
      { title: '全部义务人都已签约', change: unchanged },
      {
        title: '没有签约的义务人已被起诉',
        change: (documents) => {
          documents.court = {
            ...documents.court,
            suits: [{ id: 'S1', obligors: ['o2'], filedOn: '2025-09-01' }],
          }
          onlyFirst(documents)
        },
      },
      {
        title: '没有签约的义务人磋商不成',
        change: all(
          onlyFirst,
          inRound((round) => {
            round.outcomes = [{ obligor: 'o2', kind: 'failed', decidedOn: '2025-09-01', by: '许某' }]
          }),
        ),
      },
      { title: '对没有签约的义务人终止索赔', change: all(onlyFirst, terminated) },
      {
        title: '协议还没有签署',
        change: all(
          onlyFirst,
          inAgreement((agreement) => {
            delete agreement.signedOn
          }),
        ),
      },
      {
        title: '已经结案',
        change: all(onlyFirst, (documents) => {
          documents.closing = { closed: { closedOn: '2026-06-01' } }
        }),
      },
      { title: '与没有签约的义务人的磋商期限今天届满', today: '2025-08-26', change: stillNegotiating },
      { title: '与没有签约的义务人的磋商期限还有很久', today: '2025-07-24', change: stillNegotiating },
      { title: '变更后的协议没有列入一个义务人，对其已经终止索赔', change: all(withoutSecond, terminated) },
    ],
    reject: [
      {
        title: '协议漏列一个义务人',
        finds: ['warning o2 agreements.agreements.0.obligors'],
        change: onlyFirst,
      },
      {
        title: '变更后的协议没有列入一个义务人，对其仍按原协议',
        finds: ['notice o2 agreements.agreements.0.obligors'],
        change: withoutSecond,
      },
      {
        title: '与没有签约的义务人的磋商期限昨天届满',
        finds: ['warning o2 agreements.agreements.0.obligors'],
        today: '2025-08-27',
        change: stillNegotiating,
      },
    ],
  },
})

function onlyFirst(documents: Documents): void {
  inAgreement((agreement) => {
    agreement.obligors = ['o1']
  })(documents)
}

function isSettledOtherwise(facts: Facts, obligor: string): boolean {
  const failed = facts.rounds.some((round) => failedOn(round, obligor))
  return failed || suitsAgainst(facts, obligor).length > 0 || releasedOn(facts, obligor) !== undefined
}

/** Whether a consultation period of this obligor is still running: one obligor may settle before the others. */
function isStillNegotiating({ deadlines }: CaseScope, obligor: string): boolean {
  return deadlines.some(
    ({ deadline, subject, status }) =>
      deadline === 'consultation' &&
      subject?.endsWith(`/${obligor}`) === true &&
      (status === 'open' || status === 'soon' || status === 'rolled'),
  )
}

const boundByFormer = (name: string, agreement: string) =>
  `变更后的协议没有列入${name}，对其仍按协议 ${agreement} 履行。一并变更的，请与其另签对协议 ${agreement} 的变更协议。`

const leftOut = (name: string) =>
  `已签的协议没有列入${name}，也没有对其磋商不成、起诉或者终止的记录。请补签，或者记录对其的处理。`

function terminated(documents: Documents): void {
  documents.closing = { terminations: [{ obligors: ['o2'], decidedOn: '2025-09-01', ground: 'no-assets' }] }
}

/** An amendment that was signed with the first obligor alone. */
function withoutSecond(documents: Documents): void {
  const first = part(documents.agreements?.agreements[0])
  const amendment = { ...structuredClone(first), id: 'G2', amends: first.id, obligors: ['o1'] }
  documents.agreements?.agreements.push(amendment)
  delete documents.court
}

/** The first obligor has signed; with the second, nothing has come of the consultation yet. */
function stillNegotiating(documents: Documents): void {
  onlyFirst(documents)
  inRound((round) => {
    round.outcomes = round.outcomes?.filter(({ obligor }) => obligor === 'o1') ?? []
    for (const meeting of round.meetings ?? []) {
      if (meeting.agreedWith) Object.assign(meeting, { attended: ['o1'], agreedWith: ['o1'] })
    }
  })(documents)
}
