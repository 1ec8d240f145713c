import { agreementsBindingAnyone, bindingAgreements, boundAsBefore } from '../../../facts/agreements.ts'
import type { Facts } from '../../../facts/facts.ts'
import { failedOn, obligorName, releasedOn } from '../../../facts/queries.ts'
import { suitsAgainst } from '../../../facts/suits.ts'
import { inAgreement, unchanged } from '../../change.ts'
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
    ],
    reject: [
      { title: '协议漏列一个义务人', change: onlyFirst },
      {
        title: '变更后的协议没有列入一个义务人，对其仍按原协议',
        change: (documents) => {
          const [agreement] = documents.agreements?.agreements ?? []
          if (agreement)
            documents.agreements?.agreements.push({
              ...structuredClone(agreement),
              id: 'G2',
              amends: agreement.id,
              obligors: ['o1'],
            })
          delete documents.court
        },
      },
    ],
  },
})

function onlyFirst(documents: Parameters<ReturnType<typeof inAgreement>>[0]): void {
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
