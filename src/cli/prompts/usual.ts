import type { SchemaNode } from '../../core/schema/node.ts'
import { agreedKeys, serviceKeys } from '../../core/stages/asked-keys.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { nameOfPlace } from './agreed.ts'

/**
 * The keys that nearly every case fills in, where a section has many others: they are asked one by one, in this order;
 * the others are offered together afterwards, so that one key press skips them. What the schema requires is
 * asked in any case.
 */
export const USUAL: Readonly<Record<string, readonly string[]>> = {
  case: ['title', 'cause', 'clue', 'damage', 'obligors', 'officers', 'summary'],
  'case.clue': ['channel', 'foundOn', 'receivedOn', 'reference'],
  'case.damage': ['scope', 'kind', 'knownOn', 'location', 'media', 'description', 'estimatedLoss'],
  // Most cases have one or two of the many kinds of quantity: they are chosen from a list.
  'case.damage.quantities': [],
  'restoration.projects.restored': [],
  // Papers print them, and all of them can wait: one key press skips them.
  'config.unit': [],
  'case.officers': ['name'],
  'case.obligors': ['kind', 'name', 'address', 'creditCode', 'representative', 'idNumber'],
  screening: ['checkedOn', 'damageFound', 'findings', 'decision', 'notInitiate'],
  'screening.notInitiate': ['ground', 'reason', 'decidedOn'],
  'investigation.initiation': ['number', 'initiatedOn', 'reason'],
  'investigation.conclusion': ['concludedOn', 'recommendation', 'reason', 'proposal'],
  'appraisals.appraisals': [
    'kind',
    'body',
    'experts',
    'materials',
    'commissionedOn',
    'receivedOn',
    'reportNumber',
    'report',
    'conclusion',
    'scope',
    'degree',
    'causation',
    'measures',
    'restorability',
    'amounts',
  ],
  'appraisals.appraisals.body': ['name'],
  'appraisals.appraisals.amounts': ['head', 'amount'],
  'appraisals.appraisals.restorationPlan': ['title', 'author'],
  'consultation.rounds.notice': ['number', 'issuedOn', 'matter', 'replyBy', 'meeting'],
  'consultation.rounds.services': serviceKeys,
  'consultation.rounds.meetings': ['heldOn', 'place', 'attended', 'outcome', 'agreedWith'],
  'agreements.agreements': agreedKeys,
  'agreements.agreements.compensation.items': ['head', 'amount', 'by'],
  'agreements.agreements.substitutes': [
    'amount',
    'basis',
    'obligors',
    'work',
    'days',
    'supervisedBy',
    'proof',
    'place',
    'argument',
    'area',
    'project',
    'investment',
    'description',
    'reason',
    'consentedOn',
  ],
  'agreements.agreements.restoration': ['mode', 'startBy', 'completeBy', 'evaluateBy'],
  'agreements.agreements.restoration.phases': ['work', 'startBy', 'completeBy', 'evaluateBy'],
  'agreements.agreements.payments': ['obligor', 'dueOn', 'amount', 'heads', 'destination', 'payee'],
  'agreements.agreements.performanceBond': ['amount', 'obligors', 'form', 'payee', 'dueOn'],
  'court.demands': ['on', 'debts', 'obligors', 'content', 'performBy'],
  'restoration.projects': ['obligors', 'mode', 'planAppraisal', 'startedOn', 'completedOn', 'cost'],
  'court.enforcements': [
    'instrument',
    'appliedOn',
    'debts',
    'obligors',
    'breach',
    'claim',
    'amount',
    'court',
  ],
  // What is claimed follows from whom the suit is against.
  'court.suits': [
    'obligors',
    'reason',
    'plaintiff',
    'court',
    'filedOn',
    'acceptedOn',
    'caseNumber',
    'claims',
    'claimAmount',
  ],
  'court.suits.restoration': ['mode', 'startBy', 'completeBy', 'evaluateBy'],
  'court.suits.restoration.phases': ['work', 'startBy', 'completeBy', 'evaluateBy'],
}
const FEW = 4
/** Who approved a step: its paper prints them, so they are asked for wherever they are recorded. */
const APPROVALS = 'approvals'

/** The keys of a section that are asked one by one, and those that are offered together. */
export function usualKeys(
  place: ItemPlace,
  keys: readonly string[],
  required: readonly string[],
  nodeOf: (key: string) => SchemaNode | undefined,
): { readonly usual: readonly string[]; readonly others: readonly string[] } {
  const named =
    USUAL[nameOfPlace(place)] ??
    (keys.length <= FEW ? keys : keys.filter((key) => isLineOrChoice(nodeOf(key))))
  const usual = keys.filter(
    (key) =>
      nodeOf(key)?.['x-format'] !== 'file' &&
      (named.includes(key) || required.includes(key) || key === APPROVALS),
  )
  const inOrder = usual.toSorted((a, b) => rank(named, a) - rank(named, b))
  return { usual: inOrder, others: keys.filter((key) => !usual.includes(key)) }
}

/** Clues that somebody hands in: the paper bears the day on which it came in. */
const HANDED_IN: ReadonlySet<unknown> = new Set([
  'inspection',
  'complaint-media',
  'superior-assignment',
  'judicial-referral',
])

/**
 * Some keys in the order in which the officer has them on paper, by what was answered meanwhile: of a clue that was
 * handed in, the day on which it came in before the day on which it was found.
 */
export function* onPaper(place: ItemPlace, keys: readonly string[], beside: Item): Iterable<string> {
  for (let left = keys; left.length; ) {
    const [first = ''] = left
    const isHandedIn = nameOfPlace(place) === 'case.clue' && HANDED_IN.has(beside.channel)
    const next = isHandedIn && first === 'foundOn' && left.includes('receivedOn') ? 'receivedOn' : first
    yield next
    left = left.filter((each) => each !== next)
  }
}

/**
 * Whether all of an item is asked for, whatever the call states of it: an agreement hangs together, and who states its
 * text leaves open who pays what, and when.
 */
export function isAskedWhole(place: ItemPlace): boolean {
  return nameOfPlace(place) === 'agreements.agreements'
}

/** Whether none is an answer too: nobody may have come to a meeting. */
export function mayBeNone(place: ItemPlace): boolean {
  return nameOfPlace(place) === 'consultation.rounds.meetings.attended'
}

/** What comes with its own step: a film is made while serving, photographs while inspecting, a report is received. */
const WITH_STEP = [
  'consultation.rounds.services.recording',
  'appraisals.appraisals.report',
  'restoration.projects.inspections.evidence',
  'restoration.projects.supervisor.report',
  'restoration.projects.evaluations.report',
  'restoration.projects.evaluations.opinion',
]

/** Whether evidence is asked for though none is listed yet. */
export function mayBringFile(place: ItemPlace): boolean {
  return WITH_STEP.includes(nameOfPlace(place))
}

/** The key of the one word that mostly is all of a list item, so that the items can be written on one line. */
export function oneWordOf(place: ItemPlace): string | undefined {
  const [only, ...others] = USUAL[nameOfPlace(place)] ?? []
  return others.length || typeof place.path.at(-1) !== 'number' ? undefined : only
}

/**
 * Whether a value is one line or one choice: a section that the table does not name asks for these, not for sections
 * inside it.
 */
export function isLineOrChoice(node: SchemaNode | undefined): boolean {
  return node !== undefined && !node.properties && !node.items?.properties && !node.items?.$ref
}

function rank(named: readonly string[], key: string): number {
  const index = named.indexOf(key)
  return index < 0 ? named.length : index
}
