import type { Payment, Suit } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { creditedId, isAdvance } from '../../../facts/instalments.ts'
import { type ReferenceKind, referenceKind } from '../../../facts/references.ts'
import { setsOf } from '../../../facts/restoration-sets.ts'
import { inAgreement, inCourt, inPayment, inService, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'
import { eachText } from '../../walk.ts'

const kindNames: Readonly<Record<ReferenceKind, string>> = {
  obligor: '赔偿义务人',
  party: '赔偿义务人',
  evidence: '证据',
  agreement: '赔偿协议',
  appraisal: '鉴定评估',
  suit: '诉讼',
}

/** Who may commission an appraisal beside the obligors. */
const parties = ['obligee', 'public-security']

function knownIds(facts: Facts): Readonly<Record<ReferenceKind, ReadonlySet<string>>> {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
  const obligor = ids(facts.obligors)
  return {
    obligor,
    party: new Set([...obligor, ...parties]),
    evidence: ids(facts.evidence),
    agreement: ids(facts.agreements),
    appraisal: ids(facts.appraisals),
    suit: ids(facts.court.suits),
  }
}

export const danglingReference = defineRule({
  id: 'case/dangling-reference',
  severity: 'error',
  about: 'breach',
  denies: 'reference',
  severityStays: 'record',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '引用的编号都登记在案',
  why: '一案一卷，材料要能互相印证；指向不存在的证据、义务人或者协议，卷宗就对不上。',
  mend: '登记被引用的材料（证据用 ejc evidence add），或者改正编号。',
  *check(scope) {
    yield* byKey(scope.facts)
    yield* rounds(scope.facts)
    yield* scheduled(scope.facts)
    yield* claimed(scope.facts)
    yield* library(scope)
    yield* restorationTerms(scope.facts)
  },
  examples: {
    accept: [{ title: '引用的编号都在案', change: unchanged }],
    reject: [
      {
        title: '送达回证没有列入证据',
        finds: ['error E99 consultation.rounds.0.services.0.receipt'],
        change: inService((service) => {
          service.receipt = 'E99'
        }),
      },
      {
        title: '起诉的款项在协议里没有',
        finds: ['error P9 court.suits.0.instalments'],
        change: inCourt((court) => {
          court.suits = [{ id: 'S1', obligors: ['o1'], agreement: 'G1', instalments: ['P9'] }]
        }),
      },
      {
        title: '付款指向不存在的协议',
        finds: ['error G9 payments.payments.0.agreement'],
        change: inPayment((payment) => {
          payment.agreement = 'G9'
        }),
      },
      {
        title: '替代修复项目不在项目库里',
        finds: ['error L9 agreements.agreements.0.substitutes.0.project'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'off-site', amount: '1000.00', project: 'L9' }]
        }),
      },
      {
        title: '协议所属的轮次不存在',
        finds: ['error 2 agreements.agreements.0.round'],
        change: inAgreement((agreement) => {
          agreement.round = 2
        }),
      },
    ],
  },
})

function byKey(facts: Facts): FindingDraft[] {
  const known = knownIds(facts)
  const drafts: FindingDraft[] = []
  eachText(facts.documents, (holder, key, text, name) => {
    const kind = referenceKind(name, text)
    if (!kind || text === '' || known[kind].has(text)) return
    drafts.push(at(holder, key, dangling(kindNames[kind], text), { code: text }))
  })
  return drafts
}

/** References to the round of an agreement, and to the obligor who asked for early consultation. */
function* rounds({ agreements, rounds: held, obligors }: Facts): Iterable<FindingDraft> {
  for (const agreement of agreements) {
    const { round } = agreement
    if (round === undefined || held.some((each) => each.round === round)) continue
    yield at(agreement, 'round', dangling('磋商轮次', String(round)), { code: String(round) })
  }
  for (const { earlyRequest } of held) {
    if (!earlyRequest || obligors.some(({ id }) => id === earlyRequest.by)) continue
    yield at(earlyRequest, 'by', dangling('赔偿义务人', earlyRequest.by), { code: earlyRequest.by })
  }
}

/**
 * Payments name an instalment of an agreement or a judgment; a replaced agreement counts too, since payments were made
 * under it. A payment made before any agreement names its payer, and later the instalment to which it is credited.
 */
function* scheduled({ payments, agreements, court }: Facts): Iterable<FindingDraft> {
  const owed = [...agreements, ...court.suits].flatMap((source) => source.payments ?? [])
  const known = new Set(owed.map(({ id }) => id))
  for (const payment of payments) {
    const named = creditedId(payment)
    if (known.has(named) || (payment.creditedTo === undefined && isAdvance(payment))) continue
    if (mayBeSetAside(court.suits, payment)) continue
    yield at(payment, payment.creditedTo ? 'creditedTo' : 'id', dangling('应付款项', named), { code: named })
  }
}

/**
 * Whether a payment may be on an instalment of a judgment that a new trial set aside: that judgment's sums are gone.
 */
function mayBeSetAside(suits: readonly Suit[], { suit: named, paidOn }: Payment): boolean {
  return suits.some(
    ({ id, judgedOn, remanded = [] }) =>
      remanded.length > 0 && (named ?? id) === id && (judgedOn === undefined || paidOn <= judgedOn),
  )
}

/** The instalments that a suit on an agreement claims. */
function* claimed({ agreements, court }: Facts): Iterable<FindingDraft> {
  for (const suit of court.suits) {
    const agreed = agreements.find(({ id }) => id === suit.agreement)?.payments ?? []
    for (const named of suit.instalments ?? []) {
      if (!agreed.some(({ id }) => id === named))
        yield at(suit, 'instalments', dangling('应付款项', named), { code: named })
    }
  }
}

/** The set of restoration terms that a project carries out, and the phase of it. */
function* restorationTerms(facts: Facts): Iterable<FindingDraft> {
  for (const project of facts.restoration.projects) {
    const { terms, phase, agreement, suit } = project
    // Work that began under a judgment goes on when the suit is tried again, whatever the new judgment calls it.
    if (facts.court.suits.some(({ id, remanded = [] }) => id === suit && remanded.length > 0)) continue
    const sources = [...facts.agreements, ...facts.court.suits].filter(
      ({ id }) => id === agreement || id === suit || (!agreement && !suit),
    )
    const sets = sources.flatMap(({ restoration }) => setsOf(restoration))
    const named = terms === undefined ? sets : sets.filter(({ id }) => id === terms)
    if (terms !== undefined && !named.length)
      yield at(project, 'terms', dangling('修复约定', terms), { code: terms })
    else if (phase !== undefined && !named.some(({ phases }) => phases?.some(({ id }) => id === phase)))
      yield at(project, 'phase', dangling('修复分期', phase), { code: phase })
  }
}

/** Projects of the substitute-restoration library. */
function* library({ facts, projects }: CaseScope): Iterable<FindingDraft> {
  for (const substitute of facts.agreements.flatMap(({ substitutes }) => substitutes ?? [])) {
    const { project } = substitute
    if (project === undefined || projects.some(({ id }) => id === project)) continue
    yield at(substitute, 'project', dangling('替代修复项目库的项目', project), { code: project })
  }
}

const dangling = (kind: string, id: string) => `引用的${kind} ${id} 没有登记。请登记该项，或者改正编号。`
