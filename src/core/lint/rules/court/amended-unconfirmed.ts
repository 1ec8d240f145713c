import { confirmedUntilReplaced, laterVersions } from '../../../facts/agreements.ts'
import type { Agreement, Documents } from '../../../facts/documents.ts'
import { confirmationOf } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCourt, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const amendedUnconfirmed = defineRule({
  id: 'court/amended-unconfirmed',
  severity: 'warning',
  about: 'breach',
  matter: 'confirmation',
  title: '变更已经司法确认的协议，重新申请司法确认',
  why: '执行依据是法院的裁定，不因当事人变更协议而改变；变更后的协议没有确认，义务人不履行时只能按原协议申请执行。',
  mend: '就变更后的协议重新申请司法确认；确认以前，原协议仍可申请执行。',
  *check({ facts }) {
    for (const agreement of confirmedUntilReplaced(facts)) {
      for (const later of laterVersions(facts, agreement)) {
        // While the court has the application, nothing is left to be done.
        if (confirmationOf(facts, later)) continue
        yield at(later, 'amends', unconfirmed(agreement.id, later.id), { code: agreement.id })
      }
    }
  },
  examples: {
    accept: [
      { title: '协议没有变更', change: unchanged },
      {
        title: '变更后已经重新申请确认',
        change: all(
          amended,
          inCourt((court) => {
            court.confirmations?.push({
              agreement: 'G2',
              court: '南宁市中级人民法院',
              appliedOn: '2026-01-20',
            })
          }),
        ),
      },
      {
        title: '变更没有经过确认的协议',
        change: all(amended, (documents) => {
          delete documents.court
        }),
      },
    ],
    reject: [
      {
        title: '变更后没有重新申请确认',
        finds: ['warning G1 agreements.agreements.1.amends'],
        change: amended,
      },
    ],
  },
})

function amended({ agreements }: Documents): void {
  const [agreement] = part(agreements).agreements
  const later: Agreement = {
    ...structuredClone(part(agreement)),
    id: 'G2',
    amends: 'G1',
    signedOn: '2026-01-15',
  }
  agreements?.agreements.push(later)
}

const unconfirmed = (old: string, later: string) =>
  `协议 ${old} 已经司法确认，变更后的协议 ${later} 还没有。${cite('enforcement')}：可以申请执行的是经司法确认的协议；${later} 确认以前，${old} 仍是执行依据，${later} 不能申请执行。请就 ${later} 重新申请司法确认。`
