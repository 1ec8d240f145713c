import { earliest } from '../calendar/dates.ts'
import type { Obligor } from '../facts/documents.ts'
import { endedOn } from '../facts/queries.ts'
import { countTo, dutySince } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { atObligor } from './places.ts'

/** 申报破产债权: by the day that the court named; later, only before the last distribution. */
export const bankruptcyClaim = defineDeadlineForEach<Obligor>({
  id: 'bankruptcy-claim',
  title: '申报破产债权（未与原文核对）',
  matter: 'bankruptcy-claim',
  after: 'preservation-end',
  kind: 'right',
  owedBy: 'office',
  claim: true,
  metBy: ['record-bankruptcy'],
  place: atObligor,
  whenLate: {
    advice: '尽快向管理人补充申报；最后分配以前仍可补充，此前已经分配的不再补充',
    matter: 'bankruptcy-claim',
    actions: ['record-bankruptcy'],
    sameSubject: true,
  },
  each: ({ obligors }) => obligors,
  subject: ({ id }) => id,
  count: ({ id, bankruptcy }, _, facts) => {
    if (bankruptcy === undefined) return undefined
    const { openedOn, claimBy, claimedOn } = bankruptcy
    // The claim must be declared though nobody wrote down by when.
    const count =
      claimBy === undefined
        ? dutySince(openedOn, '受理破产申请；没有记录人民法院公告的申报期限，请查明并在期限内申报')
        : countTo(claimBy, '人民法院公告的申报期限届满', 'bankruptcy-claim', openedOn)
    return count.metOn(claimedOn).closedOn(earliest(bankruptcy.endedOn, endedOn(facts, id)))
  },
})
