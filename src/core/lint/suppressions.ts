import { childAt } from '../facts/data.ts'
import type { Documents } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import type { CaseRule, CaseScope, PlacedFinding } from './define.ts'
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
 * all rules: whether a suppression of a rule that did not run, or ran in part, has an effect is unknown.
 */
export function applySuppressions(
  {
    facts: { documents },
    regulation: { written },
    partial = [],
  }: Pick<CaseScope, 'facts' | 'regulation' | 'partial'>,
  found: readonly FindingOnSubject[],
  run: readonly Pick<CaseRule, 'id'>[],
  all: readonly Pick<CaseRule, 'id' | 'title'>[],
): PlacedFinding[] {
  const suppressions = documents.case.lint?.suppress ?? []
  if (!suppressions.length) return found.map(({ finding }) => finding)
  const ofRun = idsOf(run.filter(({ id }) => !partial.includes(id)))
  const titles = new Map(all.map(({ id, title }) => [id, written(title)])).set(UNRECORDED, '补录时未载明')
  const silencing = suppressions.filter(hasReason)
  const addressed = found.map((each) => ({ ...each, addresses: addressesOf(documents, each) }))
  const silences = ({ rule, subject }: Suppression, { finding, addresses }: (typeof addressed)[number]) =>
    finding.rule === rule && (subject === undefined || addresses.has(subject))
  const left = addressed.filter((each) => !silencing.some((suppression) => silences(suppression, each)))
  const idle = suppressions.flatMap((suppression, index) => {
    const used = addressed.some((each) => silences(suppression, each))
    const message = whyIdle(suppression, used, ofRun, titles)
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
  titles: ReadonlyMap<string, string>,
): string | undefined {
  const { rule, subject } = suppression
  const title = titles.get(rule)
  const named = `「${title ?? rule}」`
  if (!hasReason(suppression)) return `对${named}的豁免没有写明理由，不起作用，请写明「豁免理由」。`
  if (title === undefined)
    return `没有可以豁免的检查${named}，请写检查的名称（见 ejc explain lint）；文件格式和全库的检查不能豁免。`
  if (used || !run.has(rule)) return undefined
  const about = subject === undefined ? '' : `（${subject}）`
  return `对${named}${about}的豁免没有用到，请删除这一项。`
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
