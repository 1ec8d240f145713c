import { describedUnit, unitOfSettings, unitOnPapers } from '../../../core/facts/claimants.ts'
import { isDocumentName } from '../../../core/facts/documents.ts'
import { obligorName } from '../../../core/facts/queries.ts'
import type { Missing } from '../../../core/forms/define.ts'
import { schemaAt, titleAt } from '../../../core/schema/walk.ts'
import { typedSubject } from '../../../core/stages/about.ts'
import { actionOf, wordOf } from '../../../core/stages/actions/index.ts'
import { neededPlace } from '../../../core/stages/needed-place.ts'
import { REGISTRATION, REGISTRATION_TITLE } from '../../../core/stages/recorded.ts'
import type { CaseView } from '../../../core/view.ts'
import { ejcCall } from '../output/call.ts'

/** What a paper lacks, in the law's words, by where it is recorded: a line that says where, and below it what. */
export function lackingLines(view: CaseView, missing: readonly Missing[]): string[] {
  return linesByPlace(view, missing, (needs) => {
    const byField = groupBy(needs, ({ field }) => field.split('.').at(-1) ?? field)
    return [[...byField].map(([field, own]) => factOf(view, field, own)).join('、')]
  })
}

/** The key of a fact that a step is still to record, as `--set` takes it; undefined for all of what the step records. */
function keyOfStep(path: string, action: string): string | undefined {
  const section = actionOf(action)?.writes.section.replaceAll('[]', '')
  const plain = path.replace(/\[[^\]]*\]/g, '')
  return section !== undefined && plain.startsWith(`${section}.`)
    ? plain.slice(section.length + 1)
    : undefined
}

/** Whether a file can be given: the scan of a signed paper, or what is put on the list of evidence by it. */
function takesFile(path: string): boolean {
  const [document = '', ...keys] = path.replace(/\[[^\]]*\]/g, '.0').split('.')
  const steps = keys.map((key) => (key === '0' ? 0 : key))
  const node = isDocumentName(document) ? schemaAt(document, steps) : undefined
  return node?.['x-ref'] === 'evidence' || node?.['x-format'] === 'file'
}

/** The same with what `--set` takes. */
export function lackingPaths(view: CaseView, missing: readonly Missing[]): string[] {
  const told = ({ field, path, action }: Missing): string => {
    const place = neededPlace(view, path)
    const name = titledField(field, path)
    const isOthers = path.startsWith('config.unit.') && !describedUnit(view.config, view.facts)
    const [, setting] = isOthers ? [] : (/^config\.(.+)$/.exec(path) ?? [])
    const key = place?.keyOfRecorded ?? setting ?? keyOfStep(path, action)
    const file = takesFile(path) ? '@文件' : ''
    return isOthers || key === undefined ? name : `${name}：--set ${key}=${file}`
  }
  return linesByPlace(view, missing, (needs) => [...new Set(needs.map(told))])
}

function linesByPlace(
  view: CaseView,
  missing: readonly Missing[],
  linesOf: (needs: readonly Missing[]) => string[],
): string[] {
  const byPlace = groupBy(missing, (need) => whereRecorded(view, need))
  return [...byPlace].flatMap(([place, needs]) => [
    `  ${place}：`,
    ...linesOf(needs).map((line) => `    ${line}`),
  ])
}

function groupBy(needs: readonly Missing[], keyOf: (need: Missing) => string): Map<string, Missing[]> {
  const groups = new Map<string, Missing[]>()
  for (const need of needs) groups.set(keyOf(need), [...(groups.get(keyOf(need)) ?? []), need])
  return groups
}

/** The file or action that records a fact: registration and configuration have no action of their own. */
function whereRecorded(view: CaseView, { path, action }: Missing): string {
  const { facts } = view
  if (action === 'init') return whereSet(view, path)
  const place = neededPlace(view, path)
  if (place) {
    const { step, title, subject, about } = place.recorded
    const word = subject === null ? null : typedSubject(subject, about)
    return `用 ${ejcCall(undefined, ['amend', facts.id, wordOf({ id: step, title }), word])} 补填`
  }
  if (action === REGISTRATION) return `用 ${ejcCall(undefined, ['amend', facts.id, REGISTRATION_TITLE])} 补填`
  const known = actionOf(action)
  return `用 ${ejcCall(undefined, ['advance', facts.id, known ? wordOf(known) : action])} 记录`
}

/** How the settings of the office are completed; of a case of another unit, they say nothing. */
function whereSet({ facts, config }: CaseView, path: string): string {
  if (!path.startsWith('config.unit.') || describedUnit(config, facts)) return '用 ejc init 补填'
  const [ours, own] = [unitOfSettings(config) ?? '', unitOnPapers(facts.case.jurisdiction)]
  return `本案文书用${own}的名义，案件库配置的是${ours}：哪一个不对，用 ${ejcCall(undefined, ['amend', facts.id, REGISTRATION_TITLE])} 或者 ejc init 更正`
}

/** A field; where it prints several facts together, each of them: 赔偿义务人的基本情况（某厂的地址、统一社会信用代码）. */
function factOf(view: CaseView, field: string, needs: readonly Missing[]): string {
  const paths = [...new Set(needs.map(({ path }) => path))]
  const parts = paths.map((path) => {
    const of = obligorIn(view, path)
    const title = factTitle(path)
    return field.includes(title) && of !== '' ? of : [of, title].filter((part) => part !== '').join('的')
  })
  const [only = '', ...others] = paths
  if (!others.length) return titledField(field, only)
  return parts.length ? `${field}（${parts.join('、')}）` : field
}

/** A field with the title by which it is asked and corrected, where the two differ: 平等磋商（磋商情况）. */
function titledField(field: string, path: string): string {
  const title = factTitle(path)
  return title === '' || field.includes(title) || title.includes(field) ? field : `${field}（${title}）`
}

/** The Chinese title of the value at `case.obligors[o1].creditCode`, without what it says in brackets. */
function factTitle(path: string): string {
  const [document = '', ...keys] = path.replace(/\[[^\]]*\]/g, '.0').split('.')
  if (document !== 'config' && !isDocumentName(document)) return ''
  const steps = keys.map((key) => (key === '0' ? 0 : key))
  // 姓名 alone does not say whose it is: 法定代表人姓名.
  const whose = keys.at(-1) === 'name' ? (titleAt(document, steps.slice(0, -1)) ?? '') : ''
  return `${whose}${titleAt(document, steps) ?? ''}`.replace(/（.*）$/, '')
}

/** The obligor that a path is about, where there are several. */
function obligorIn({ facts }: CaseView, path: string): string {
  const id = /obligors\[(\w+)\]/.exec(path)?.[1]
  return id === undefined || facts.obligors.length === 1 ? '' : obligorName(facts, id)
}
