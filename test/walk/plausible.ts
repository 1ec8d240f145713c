import { addDays, addMonths } from '../../src/core/calendar/dates.ts'
import { addresseesOf } from '../../src/core/facts/rounds.ts'
import type { Item } from '../../src/core/stages/define.ts'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import type { CaseView } from '../../src/core/view.ts'
import { agreementTerms, paymentsOf } from './agreement-terms.ts'
import { type Making, pastDay } from './generate.ts'

/** What an officer would keep to and the schema can't say; the law may still refuse any of it. */
type Sense = (making: Making, item: Item, view: CaseView, subject: string | null) => Item

/** Keys of days on which something happened: what is said later in the same item does not come before them. */
export function isLateStatement(key: string): boolean {
  return /^(?:on|.+On)$/.test(key) && key !== 'dueOn' && key !== 'newDueOn'
}

const LAW = '《中华人民共和国民法典》第一千二百三十四条、第一千二百三十五条'
const SIMPLE_KINDS = ['expert-opinion', 'comprehensive-determination']
const experts = [1, 2, 3].map((number) => ({ name: `专家${number}`, body: '某大学', pool: '自治区专家库' }))

const screened: Sense = ({ random, today }, _, { facts }) => {
  const damageFound = random.chance(0.85)
  if (damageFound && random.chance(0.95)) return { damageFound, decision: 'initiate', notInitiate: undefined }
  // Without damage there is no claim to give up, and no ground for it (第十四条); some write one all the same.
  if (!damageFound && random.chance(0.6))
    return { damageFound, decision: 'not-initiate', notInitiate: undefined }
  const ground = random.pick(['already-performed', 'manifestly-minor', 'no-assets', 'other'])
  const evidence = facts.evidence.map(({ id }) => id)
  return {
    damageFound,
    decision: 'not-initiate',
    notInitiate: { ground, reason: '不需要赔偿', evidence, decidedOn: today },
  }
}

/** Several meetings go on before one agrees. */
const met: Sense = ({ random }, _, { facts }, subject) => {
  const round = facts.rounds.find((each) => each.round === Number(subject))
  const willing = [
    ...(round?.replies ?? []).flatMap(({ obligor, agrees }) => (agrees ? [obligor] : [])),
    ...(round?.earlyRequest ? [round.earlyRequest.by] : []),
    ...facts.agreements.flatMap(({ status, obligors }) => (status === 'rescinded' ? obligors : [])),
  ]
  const attended = random.some([...new Set(willing)])
  const outcome = random.weighted(['agreed', 'continued', 'failed'], (each) => (each === 'failed' ? 1 : 3))
  const away = [...new Set(willing)].filter((id) => !attended.includes(id))
  const isExcused = random.chance(0.3)
  return {
    attended,
    absent: isExcused ? undefined : away,
    excused: isExcused ? away : undefined,
    outcome,
    agreedWith: outcome === 'agreed' ? random.some(attended) : undefined,
  }
}

const commissioned: Sense = ({ random }, { kind }, { facts }) => {
  const parties = ['obligee', ...facts.obligors.map(({ id }) => id)]
  return {
    commissionedBy: random.chance(0.9) ? ['obligee', ...random.some(parties.slice(1))] : ['public-security'],
    experts: SIMPLE_KINDS.includes(String(kind)) ? experts : undefined,
    body: kind === 'expert-opinion' ? undefined : { name: `某鉴定机构${random.whole(1, 3)}` },
  }
}

const judged: Sense = (making, { judgedOn }, { facts }, subject) => {
  const { random, today } = making
  const isRecorded = facts.court.suits.some(({ id, judgedOn: known }) => id === subject && known)
  const result = random.weighted(['won', 'partly-won', 'mediated', 'lost', 'withdrawn'], (each) =>
    each === 'won' ? 6 : 1,
  )
  const won = result !== 'lost' && result !== 'withdrawn'
  const isEffective = random.chance(0.6)
  return {
    judgedOn: judgedOn ?? today,
    result,
    effectiveOn: isEffective ? today : undefined,
    payments: won && !isRecorded ? paymentsOf(making, 100_000_00n, random.whole(0, 2)) : undefined,
    restoration:
      won && random.chance(0.5)
        ? random.pick<Item | Item[]>([
            { completeBy: addMonths(today, 6) },
            [
              { id: 'W1', completeBy: addMonths(today, 6) },
              { id: 'W2', completeBy: addMonths(today, 9) },
            ],
          ])
        : undefined,
  }
}

const closed: Sense = ({ random }, _, view) => {
  const owed = openDuties(view).map(({ reason }) => reason)
  if (!owed.length || random.chance(0.3)) return { openDuties: undefined, archivedOn: undefined }
  return { openDuties: owed, summary: '其余事项由承办单位继续跟进。', archivedOn: undefined }
}

/** Somebody dies or is wound up now and then, mostly lately; most changes are of other particulars. */
const amended: Sense = (making, { endedOn }, { facts }, subject) => {
  const known = facts.obligors.find(({ id }) => id === subject)
  if (!known) return { endedOn: undefined }
  if (known.endedOn) return { endedOn: known.endedOn, successor: known.successor }
  return { endedOn: making.random.chance(0.4) ? (endedOn ?? pastDay(making)) : undefined }
}

/** An heir, or the company that took over; on the day of the death or some time after it. */
const succeeded: Sense = ({ random, today }, _, { facts }, subject) => {
  const ended = facts.obligors.find(({ id }) => id === subject)
  const since = ended?.endedOn ?? today
  return {
    kind: random.chance(0.9) ? ended?.kind : 'individual',
    since: random.pick([since, since, random.dayBetween(since, today), today]),
  }
}

export const plausible: Readonly<Record<string, Sense>> = {
  screen: screened,
  'amend-obligors': amended,
  'record-successor': succeeded,
  'record-facts': ({ random }, _, { facts }) => ({
    facts: [{ statement: '倾倒废酸约 42 吨。', evidence: random.some(facts.evidence.map(({ id }) => id)) }],
    legalBasis: [LAW],
  }),
  'determine-simple-case': (_, __, { facts }) => ({
    factsSimple: true,
    liabilityUndisputed: true,
    undisputedBy: facts.obligors.map(({ id }) => id),
  }),
  'commission-appraisal': commissioned,
  reappraise: commissioned,
  'convene-panel': ({ random, today }, _, { facts }) => ({
    experts: experts.map((expert) => ({ ...expert, body: '某研究院' })),
    commissionedBy: ['obligee', facts.obligors[0]?.id ?? 'obligee'],
    ...(random.chance(0.8) && { opinionOn: today, opinion: '应当重新鉴定', reappraise: random.chance(0.8) }),
  }),
  conclude: ({ random }) => ({ recommendation: random.chance(0.9) ? 'consult' : 'terminate' }),
  terminate: ({ random }, { obligors }, { facts }) => ({
    ground: random.pick(['already-performed', 'lawful-permit', 'no-assets', 'other']),
    ...(Array.isArray(obligors) && obligors.length > 0 && { obligors: random.some(obligors) }),
    evidence: facts.evidence.map(({ id }) => id),
  }),
  notify: ({ random, today }) => ({
    replyBy: addDays(today, random.whole(3, 20)),
    replyWithinDays: undefined,
  }),
  serve: ({ random, today }, { method, servedOn }) =>
    method === 'public-notice'
      ? { publishedOn: today, servedOn: undefined }
      : { servedOn: servedOn ?? random.pick([today]), publishedOn: undefined },
  meet: met,
  'waive-meeting': ({ today }, _, { facts }, subject) => ({
    consents: addresseesOf(facts, { round: Number(subject) }).map((obligor) => ({
      obligor,
      consentedOn: today,
      document: '同意书',
    })),
  }),
  sign: agreementTerms,
  'rescind-agreement': () => ({ rescissionReason: '双方协商解除' }),
  'amend-agreement': (making, item, view) =>
    making.random.chance(0.6) ? {} : agreementTerms(making, item, view),
  judge: judged,
  sue: (_, { obligors }, __, subject) => ({ obligors: Array.isArray(obligors) ? [subject] : obligors }),
  evaluate: ({ today }) => ({ reportedOn: today, submittedOn: today }),
  accept: ({ random }) => {
    const passed = random.chance(0.65)
    return { passed, experts: ['专家1', '专家2'], shortfall: passed ? undefined : '地下水未达标' }
  },
  'pay-bond': () => ({ acceptedOn: undefined }),
  transfer: ({ random }) => ({ to: random.pick(['procuratorate', 'public-security']), copiedTo: undefined }),
  'rule-confirmation': ({ random, today }, _, __, subject) => {
    const result = random.weighted(['confirmed', 'refused', 'withdrawn'], (each) =>
      each === 'withdrawn' ? 1 : 5,
    )
    return {
      agreement: subject,
      result,
      ruledOn: today,
      reason: result === 'refused' ? '内容不明确' : undefined,
    }
  },
  'record-payment-order': ({ random, today }) => {
    const isEffective = random.chance(0.6)
    return isEffective
      ? { result: 'effective', effectiveOn: today, objectedOn: undefined }
      : { result: random.pick(['dismissed', 'lapsed', 'withdrawn']), effectiveOn: undefined }
  },
  close: closed,
}
