import type { Documents } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { caseEndedOn, obligorName } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inInvestigation, inRound, part, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { documentOrCase } from '../../support.ts'

/** The step that needs a conclusion; consultation at the obligor's own request may come before it. */
function stepTaken({ rounds, agreements, court }: Facts): string | undefined {
  if (agreements.some(({ signedOn }) => signedOn)) return '签署了协议'
  if (court.suits.some(({ filedOn }) => filedOn)) return '提起了诉讼'
  if (rounds.some(({ notice, earlyRequest }) => notice && !earlyRequest)) return '发出了磋商告知书'
  return undefined
}

export const conclusionMissing = defineRule({
  id: 'investigation/conclusion-missing',
  severity: 'error',
  about: 'breach',
  matter: 'investigation-conclusion',
  title: '调查结束形成结论',
  why: '磋商、签约和起诉都以调查结论为根据；没有结论，索赔的事实和主张无从说起。',
  mend: '补作调查结论，写明建议启动磋商或者终止索赔。',
  *check({ facts }) {
    const step = facts.investigation?.conclusion ? undefined : stepTaken(facts)
    if (step)
      yield at(documentOrCase(facts, 'investigation'), [], noConclusion(step), {
        lacks: 'conclude',
        unrecorded: '调查结论',
      })
    yield* notTerminated(facts)
    yield* calledEarly(facts)
  },
  examples: {
    accept: [
      { title: '有结论', change: unchanged },
      {
        title: '义务人主动要求磋商，调查仍在进行',
        change: (documents) => {
          delete documents.investigation?.conclusion
          delete documents.agreements
          const [round] = documents.consultation?.rounds ?? []
          if (!round) return
          round.earlyRequest = { by: 'o1', requestedOn: '2025-05-20' }
          round.services?.pop()
        },
      },
      { title: '还没有结论，也没有磋商', change: onlyInvestigated },
      {
        title: '建议终止，已经终止',
        change: all(onlyInvestigated, proposingTermination, (documents) => {
          documents.closing = {
            terminations: [{ obligors: ['o1', 'o2'], decidedOn: '2025-05-25', ground: 'no-assets' }],
          }
        }),
      },
      { title: '义务人主动要求，结论当天向另一人送达', change: requestedBy('o1', '2025-05-20') },
      { title: '义务人主动要求，尚未送达另一人', change: requestedBy('o1', undefined) },
    ],
    reject: [
      {
        title: '建议终止而没有终止',
        finds: ['warning terminate investigation.conclusion.recommendation'],
        change: (documents) => {
          for (const name of ['consultation', 'agreements', 'court', 'restoration', 'payments'] as const) {
            delete documents[name]
          }
          if (documents.investigation?.conclusion) {
            documents.investigation.conclusion.recommendation = 'terminate'
          }
        },
      },
      {
        title: '没有结论就磋商',
        finds: ['error - investigation'],
        change: inInvestigation((document) => {
          delete document.conclusion
        }),
      },
      {
        title: '没有结论就签约',
        finds: ['error - investigation'],
        change: all(withoutConclusion, (documents) => {
          delete documents.consultation
          delete documents.court
        }),
      },
      {
        title: '没有结论就起诉',
        finds: ['error - investigation'],
        change: all(onlyInvestigated, withoutConclusion, (documents) => {
          documents.court = {
            suits: [
              { id: 'S0', obligors: ['o2'] },
              { id: 'S1', obligors: ['o1'], filedOn: '2025-10-20' },
            ],
          }
        }),
      },
      {
        title: '没有结论就发出告知书',
        finds: ['error - investigation'],
        change: all(onlyInvestigated, withoutConclusion, (documents) => {
          documents.consultation = {
            rounds: [{ round: 1 }, { round: 2, notice: { issuedOn: '2025-05-26' } }],
          }
        }),
      },
      {
        title: '结论以前向没有要求磋商的人送达',
        finds: ['notice o2 consultation.rounds.0.services.1.servedOn'],
        change: requestedBy('o1', '2025-05-19'),
      },
      {
        title: '没有结论就向没有要求磋商的人送达',
        finds: ['notice o2 consultation.rounds.0.services.1.servedOn'],
        change: all(requestedBy('o1', '2025-06-19'), onlyRounds, withoutConclusion),
      },
    ],
  },
})

/** Finds a conclusion that proposes to terminate and is followed by no decision at all. */
function* notTerminated(facts: Facts): Iterable<FindingDraft> {
  const { conclusion } = facts.investigation ?? {}
  if (conclusion?.recommendation !== 'terminate' || caseEndedOn(facts)) return
  if (facts.rounds.length > 0 || facts.agreements.length > 0) return
  yield at(conclusion, 'recommendation', undecided, { code: 'terminate', severity: 'warning' })
}

/**
 * Obligors who got a notice before the conclusion though only another had asked for it: the text allows it to that one.
 */
function* calledEarly(facts: Facts): Iterable<FindingDraft> {
  const concludedOn = facts.investigation?.conclusion?.concludedOn
  for (const { earlyRequest, services } of facts.rounds) {
    for (const service of earlyRequest ? (services ?? []) : []) {
      const { obligor, servedOn } = service
      const isEarly = servedOn !== undefined && (!concludedOn || servedOn < concludedOn)
      if (!isEarly || obligor === earlyRequest?.by) continue
      const message = othersAsked(obligorName(facts, obligor), obligorName(facts, earlyRequest?.by ?? ''))
      yield at(service, 'servedOn', message, {
        code: obligor,
        severity: 'notice',
        matter: 'early-consultation',
      })
    }
  }
}

const undecided = `调查结论建议终止索赔，没有终止的决定，也没有磋商。${cite('investigation-conclusion')}、${cite('termination')}；请办理「终止索赔」，或者改作结论。`

const othersAsked = (name: string, asked: string) =>
  `调查结论以前就向${name}送达了磋商告知书，主动要求磋商的是${asked}。${cite('early-consultation')}说的是主动要求的义务人，对其他义务人是否适用条文未明；请待结论作出，或者记录其也要求磋商。`

const noConclusion = (step: string) =>
  `已${step}，没有调查结论。${cite('investigation-conclusion')}：调查结束应当形成结论，提出磋商或者终止的意见；请补作结论。`

function onlyRounds(documents: Documents): void {
  for (const name of ['agreements', 'court', 'restoration', 'payments'] as const) delete documents[name]
}

function onlyInvestigated(documents: Documents): void {
  onlyRounds(documents)
  delete documents.consultation
}

function withoutConclusion({ investigation }: Documents): void {
  delete part(investigation).conclusion
}

function proposingTermination({ investigation }: Documents): void {
  part(part(investigation).conclusion).recommendation = 'terminate'
}

/** One obligor asked for consultation before the conclusion; the other was served on a day. */
function requestedBy(by: string, servedOn: string | undefined) {
  return inRound((round) => {
    round.earlyRequest = { by, requestedOn: '2025-05-10' }
    round.services = [
      { obligor: by, method: 'direct', servedOn: '2025-05-12' },
      { obligor: 'o2', method: 'direct', ...(servedOn && { servedOn }) },
    ]
  })
}
