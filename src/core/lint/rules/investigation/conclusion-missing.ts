import type { Facts } from '../../../facts/facts.ts'
import { caseEndedOn, obligorName } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { inInvestigation, unchanged } from '../../change.ts'
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
    if (step) yield at(documentOrCase(facts, 'investigation'), [], noConclusion(step))
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
    ],
    reject: [
      {
        title: '建议终止而没有终止',
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
        change: inInvestigation((document) => {
          delete document.conclusion
        }),
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

/** Obligors who got a notice before the conclusion though only another had asked for it: the text allows it to that one. */
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
