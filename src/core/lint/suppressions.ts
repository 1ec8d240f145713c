import { childAt } from '../facts/data.ts'
import type { Documents } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import type { CaseRule, PlacedFinding } from './define.ts'
import { UNRECORDED } from './taken-over.ts'

/** The id under which a suppression that has no effect is reported. */
export const UNUSED_SUPPRESSION = 'case/unused-suppression'

/** A finding, and the address of its subject where the rule gives one (`1/o2`). */
export interface FindingOnSubject {
  readonly finding: PlacedFinding
  readonly subject: string | null
}

type Suppression = NonNullable<NonNullable<Documents['case']['lint']>['suppress']>[number]

/**
 * Leaves out the findings that `lint.suppress` in case.yaml silences with a reason, and adds one for each suppression
 * without effect. A suppression with a subject silences only findings about it. `run` are the rules that ran, `all` are
 * all rules: whether a suppression of a rule that did not run has an effect is unknown.
 */
export function applySuppressions(
  documents: Documents,
  found: readonly FindingOnSubject[],
  run: readonly Pick<CaseRule, 'id'>[],
  all: readonly Pick<CaseRule, 'id'>[],
): PlacedFinding[] {
  const suppressions = documents.case.lint?.suppress ?? []
  if (!suppressions.length) return found.map(({ finding }) => finding)
  const [ofRun, ofAll] = [idsOf(run), idsOf([...all, { id: UNRECORDED }])]
  const silencing = suppressions.filter(hasReason)
  const addressed = found.map((each) => ({ ...each, addresses: addressesOf(documents, each) }))
  const silences = ({ rule, subject }: Suppression, { finding, addresses }: (typeof addressed)[number]) =>
    finding.rule === rule && (subject === undefined || addresses.has(subject))
  const left = addressed.filter((each) => !silencing.some((suppression) => silences(suppression, each)))
  const idle = suppressions.flatMap((suppression, index) => {
    const used = addressed.some((each) => silences(suppression, each))
    const message = whyIdle(suppression, used, ofRun, ofAll)
    return message === undefined ? [] : [withoutEffect(suppression, index, message)]
  })
  return [...left.map(({ finding }) => finding), ...idle]
}

function idsOf(rules: readonly Pick<CaseRule, 'id'>[]): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id))
}

function hasReason({ reason }: Suppression): boolean {
  return reason.trim() !== ''
}

function whyIdle(
  suppression: Suppression,
  used: boolean,
  run: ReadonlySet<string>,
  all: ReadonlySet<string>,
): string | undefined {
  const { rule, subject } = suppression
  if (!hasReason(suppression)) return `对规则 ${rule} 的豁免没有写明理由，不起作用，请写明「豁免理由」。`
  if (!all.has(rule)) return `没有可以豁免的规则 ${rule}，请核对编号；文件格式和全库的规则不能豁免。`
  if (used || !run.has(rule)) return undefined
  const about = subject === undefined ? '' : `（${subject}）`
  return `对规则 ${rule}${about}的豁免没有用到，请删除这一项。`
}

function withoutEffect({ rule }: Suppression, index: number, message: string): PlacedFinding {
  return {
    rule: UNUSED_SUPPRESSION,
    code: rule,
    severity: 'warning',
    message,
    article: null,
    about: 'omission',
    document: 'case',
    path: ['lint', 'suppress', index],
  }
}

/**
 * The addresses of what a finding is about: its subject, its code, and the address of each item on the path to its
 * place, alone and joined. A finding in the service of o2 in round 1 is about `1`, `o2` and `1/o2`.
 */
function addressesOf(documents: Documents, { finding, subject }: FindingOnSubject): ReadonlySet<string> {
  const chain = itemsOn(documents[finding.document], finding.path)
  const joined = chain.map((_, index) => chain.slice(0, index + 1).join('/'))
  const named = subject === null ? [] : [subject, ...subject.split('/')]
  return new Set([...chain, ...joined, ...named, ...(finding.code === null ? [] : [finding.code])])
}

function itemsOn(root: unknown, path: Path): string[] {
  const addresses: string[] = []
  let value = root
  for (const key of path) {
    value = childAt(value, key)
    const address = typeof key === 'number' ? itemAddress(value) : undefined
    if (address !== undefined) addresses.push(address)
  }
  return addresses
}

/** The address of an item of a list: its id, or what it belongs to. */
function itemAddress(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const values = new Map<string, unknown>(Object.entries(item))
  const named = ['id', 'round', 'obligor', 'agreement', 'mode'].map((key) => values.get(key))
  const address = named.find((value) => typeof value === 'string' || typeof value === 'number')
  return address === undefined ? undefined : String(address)
}
