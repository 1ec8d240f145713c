import type { Agreement, Suit } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { meetingBefore } from '../../../facts/meetings.ts'
import { failedOn, isRescinded, roundOf, waivedMeeting } from '../../../facts/queries.ts'
import { isCovered } from '../../../facts/scope.ts'
import { inCourt, inRound, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { documentOrCase } from '../../support.ts'

export const stageGap = defineRule({
  id: 'case/stage-gap',
  severity: 'error',
  about: 'breach',
  denies: 'ground',
  matter: 'application',
  contradiction: true,
  title: '后一环节有前一环节作根据',
  why: '没有核查就启动、没有启动就终止、没有谈成就签约、没有谈崩就起诉，程序都不完整。',
  mend: '补录缺少的环节；确实没有办理的，补办后再往下进行。',
  *check({ facts, regulation }) {
    yield* beforeConsultation(facts)
    // Damage outside the scope of the text is referred elsewhere without an initial check.
    if (isCovered(facts, regulation)) yield* closedUnchecked(facts)
    for (const agreement of facts.agreements) yield* notAgreed(facts, agreement)
    for (const confirmation of facts.court.confirmations) {
      const agreement = facts.agreements.find(({ id }) => id === confirmation.agreement)
      if (!agreement || agreement.signedOn) continue
      yield at(confirmation, 'agreement', gap('申请了司法确认', `协议 ${agreement.id} 的签署日期`), {
        unrecorded: '协议签署日期',
      })
    }
    for (const suit of facts.court.suits) {
      yield* notFailed(facts, suit)
      // The higher court set the judgment aside: only the judgment of the new trial can take effect.
      if (suit.effectiveOn && suit.appeal?.result === 'remanded') {
        yield at(suit, 'effectiveOn', gap(`使诉讼 ${suit.id} 的裁判生效`, '发回重审后的裁判'))
      }
    }
  },
  examples: {
    accept: [
      { title: '各环节齐全', change: unchanged },
      {
        title: '不适用本细则的，移送其他途径后结案',
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.closing = { closed: { closedOn: '2025-03-10', result: 'out-of-scope' } }
          for (const name of ['screening', 'investigation', 'consultation', 'agreements', 'court'] as const)
            delete documents[name]
        },
      },
      {
        title: '不经会议直接签约的，以书面同意为根据',
        change: inRound((round) => {
          round.meetings = []
          round.meetingWaiver = {
            consents: [
              { obligor: 'o1', consentedOn: '2025-07-01' },
              { obligor: 'o2', consentedOn: '2025-07-01' },
            ],
          }
        }),
      },
    ],
    reject: [
      {
        title: '没有初步核查就启动',
        finds: ['error - investigation.initiation'],
        change: (documents) => {
          delete documents.screening
        },
      },
      {
        title: '没有达成一致就签约',
        finds: ['error - agreements.agreements.0.obligors.0', 'error - agreements.agreements.0.obligors.1'],
        change: inRound((round) => {
          round.meetings = []
        }),
      },
      {
        title: '发回重审后没有重审裁判，裁判就生效',
        finds: ['error - court.suits.0.effectiveOn'],
        change: inCourt((court) => {
          const appeal = { by: 'o2', on: '2026-04-01', judgedOn: '2026-04-20', result: 'remanded' } as const
          const suit = { id: 'S1', obligors: ['o2'], agreement: 'G1', filedOn: '2025-12-01', appeal }
          court.suits = [{ ...suit, judgedOn: '2026-03-20', effectiveOn: '2026-04-20', result: 'won' }]
        }),
      },
      {
        title: '磋商没有结果就起诉',
        finds: ['error - court.suits.0.obligors.0'],
        change: inCourt((court) => {
          court.suits = [{ id: 'S1', obligors: ['o2'], filedOn: '2025-09-01' }]
        }),
      },
    ],
  },
})

const INITIATION = { lacks: 'initiate', unrecorded: '启动索赔' } as const

function* beforeConsultation(facts: Facts): Iterable<FindingDraft> {
  const { initiation, conclusion } = facts.investigation ?? {}
  if (initiation && !facts.screening)
    yield at(initiation, [], gap('启动了索赔', '初步核查'), {
      matter: 'screening',
      lacks: 'screen',
      unrecorded: '初步核查',
    })
  const [round] = facts.rounds
  if (round && !initiation) yield at(round, [], gap('开始了磋商', '启动索赔'), INITIATION)
  if (round?.notice && conclusion?.recommendation === 'terminate' && !round.earlyRequest) {
    yield at(
      round.notice,
      [],
      '调查结论建议终止索赔，却发出了磋商告知书。请核对结论，或者说明启动磋商的根据。',
    )
  }
  for (const termination of facts.closing.terminations) {
    if (!initiation)
      yield at(termination, [], gap('终止了索赔', '启动索赔（启动以前应当决定不启动）'), INITIATION)
  }
}

function* closedUnchecked(facts: Facts): Iterable<FindingDraft> {
  if (!hasBegun(facts) && facts.closing.closed && !facts.screening) {
    yield at(documentOrCase(facts, 'closing'), ['closed'], gap('结案', '初步核查'), {
      matter: 'screening',
      lacks: 'screen',
      unrecorded: '初步核查',
    })
  }
}

const hasBegun = ({ investigation, rounds }: Facts) => investigation !== undefined || rounds.length > 0

/** Obligors of a signed agreement who neither agreed in a meeting nor waived it. */
function* notAgreed(facts: Facts, agreement: Agreement): Iterable<FindingDraft> {
  const round = agreement.round === undefined ? undefined : roundOf(facts, agreement.round)
  if (agreement.signedOn && agreement.round === undefined && !agreement.amends) {
    yield at(agreement, [], gap(`签署了协议 ${agreement.id}`, '所属的磋商轮次'), {
      lacks: 'notify',
      unrecorded: '磋商',
    })
  }
  // How an agreement came about no longer matters once it is rescinded.
  if (!agreement.signedOn || !round || isRescinded(agreement)) return
  for (const [index, obligor] of agreement.obligors.entries()) {
    if (meetingBefore(facts, agreement, obligor) || waivedMeeting(round, obligor)) continue
    const lacks = `第 ${round.round} 轮与 ${obligor} 达成一致的会议或者其不开会的书面同意`
    yield at(agreement, ['obligors', index], gap(`签署了协议 ${agreement.id}`, lacks), {
      lacks: 'meet',
      unrecorded: '磋商会议',
    })
  }
}

/** A suit rests on consultation that failed, on an agreement that was broken or rescinded, or on a recorded reason. */
function* notFailed(facts: Facts, suit: Suit): Iterable<FindingDraft> {
  const { filedOn } = suit
  if (!filedOn || suit.agreement || suit.overrideReason) return
  for (const [index, obligor] of suit.obligors.entries()) {
    if (facts.rounds.some((round) => (failedOn(round, obligor) ?? '9') <= filedOn)) continue
    if (facts.agreements.some((each) => isRescindedBy(each, obligor, filedOn))) continue
    yield at(suit, ['obligors', index], gap(`起诉了 ${obligor}`, '起诉前磋商不成的认定'), {
      lacks: 'fail-consultation',
      unrecorded: '磋商不成的认定',
    })
  }
}

/** Whether an agreement with an obligor was rescinded by a day. */
function isRescindedBy(agreement: Agreement, obligor: string, day: string): boolean {
  const on = agreement.rescindedOn ?? agreement.signedOn
  return isRescinded(agreement) && agreement.obligors.includes(obligor) && on !== undefined && on <= day
}

const gap = (did: string, lacks: string) => `已${did}，但没有记录${lacks}。请补录，或者补办后再进行。`
