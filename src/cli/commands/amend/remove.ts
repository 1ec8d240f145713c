import type { PlacedFinding } from '../../../core/lint/define.ts'
import { placesWithout } from '../../../core/stages/amended.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import type { Recorded } from '../../../core/stages/recorded.ts'
import { isLeaning } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { type Beside, type PlannedChange, planEdits, viewWith } from '../../../repository/record.ts'
import { editData } from '../../../repository/yaml/edit.ts'
import { newFindings } from '../../shared/entry/new-findings.ts'
import { recipientOf } from '../../shared/entry/task.ts'
import { type ExitCode, RefusedError, UsageError } from '../../shared/exit.ts'
import { namedLists } from '../../shared/law/named-lists.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean } from '../../shared/output/clean.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { changeLines } from '../../shared/wording/changes.ts'
import { previewText } from '../../shared/wording/preview.ts'
import { usedPlaces } from '../../shared/wording/used-places.ts'
import type { AmendCall } from './call.ts'
import { reasonToAmend } from './reason.ts'
import { writeAmendment } from './write.ts'

/** The case as it would be without what was recorded. */
export function viewWithout(
  { workspace, reading }: Pick<AmendCall, 'workspace' | 'reading'>,
  recorded: Recorded,
): CaseView {
  const { view } = reading
  const { document } = recorded
  const data = editData(view.facts.documents[document], removalOf(view, recorded))
  return viewWith(workspace, { view, regulation: view.regulation }, { [document]: data })
}

function removalOf({ facts }: CaseView, recorded: Recorded) {
  const places = placesWithout(facts.documents[recorded.document], recorded)
  return places.map((path) => ({ kind: 'remove', path }) as const)
}

/** Takes away what was recorded by mistake. Refuses where something that was recorded since rests on it. */
export async function removeRecorded(call: AmendCall, recorded: Recorded): Promise<ExitCode> {
  const { context, workspace, reading, options } = call
  const { view } = reading
  const { document, title, subject } = recorded
  const reason = await reasonToAmend(context, options)
  const recipient = recipientOf(reading, { target: { document, path: [], mode: 'set' } })
  const draft = planEdits(workspace, recipient, document, removalOf(view, recorded))
  const after = needReadable(draft, title)
  const filesOfItem = filesOf(call, recorded)
  const coming = new Map([...filesOfItem.keys()].map((path) => [path, null]))
  const findings = newFindings(workspace, view, after, coming)
  refuseLeaning(view, recorded, findings, context.global.repo)
  const lines = [
    `理由：${reason}`,
    ...linesOf(view, recorded),
    ...[...filesOfItem.keys()].map((path) => `删除 ${path}`),
  ]
  const { out } = context
  if (!context.global.json) {
    const shown = lines.map((line) => wrapIndented(clean(line), out.width, '    ', '  ')).join('\n')
    out.note(previewText(draft, previewOfAction(view, after), findings, out, shown))
  }
  const name = `更正：去掉${title}${subject === null ? '' : `（${subject}）`}`
  const isDoubtful = findings.some(({ severity }) => severity === 'error')
  const question = `去掉“${title}”吗？`
  return writeAmendment(call, {
    draft,
    subject,
    title: name,
    lines,
    question,
    isDoubtful,
    beside: filesOfItem,
  })
}

function needReadable({ after, problems }: PlannedChange, title: string): CaseView {
  if (after) return after
  const lines = problems.map(({ message }) => `  ${message}`)
  throw new UsageError(
    [
      `“${title}”里有必须填写的栏，不能去掉，没有写入：`,
      ...lines,
      '填错的请更正：去掉 --remove 再运行。',
    ].join('\n'),
  )
}

/** What was recorded, before and after: nothing is left of it. */
function linesOf(view: CaseView, { document, path, keys, value, whole }: Recorded): string[] {
  const item = whole ? value : Object.fromEntries(keys.map((key) => [key, value[key]]))
  const place = { name: document, path, lists: namedLists(view.regulation) }
  return changeLines(place, item, {}, { facts: view.facts, choices: {} })
}

/** The file of evidence that goes with its entry, unless another entry lists it too. */
function filesOf(
  { workspace: { repository }, reading }: AmendCall,
  recorded: Recorded,
): ReadonlyMap<string, Beside> {
  const { file } = recorded.value
  if (recorded.document !== 'evidence' || typeof file !== 'string') return new Map()
  const sharing = reading.view.facts.evidence.filter((entry) => entry.file === file)
  const path = `cases/${reading.id}/${file}`
  const before = repository.digest(path) ?? null
  return sharing.length > 1 || before === null ? new Map() : new Map([[path, { content: null, before }]])
}

/** Refuses where something recorded since refers to what would be gone, or could not have been done without it. */
function refuseLeaning(
  view: CaseView,
  { title, about, value }: Recorded,
  findings: readonly PlacedFinding[],
  repo: string | undefined,
): void {
  const leaning = findings.filter(isLeaning)
  if (!leaning.length) return
  const named = [about, value.title].filter((each) => typeof each === 'string' && each !== '').join(' ')
  throw new RefusedError(
    [
      clean(
        `此后的记录还要用到“${title}${named === '' ? '' : `（${named}）`}”，不能去掉，没有写入。用到它的：`,
      ),
      ...usedPlaces(view, leaning, repo),
      `请先用 ${ejcCall(repo, ['amend', view.facts.id])} 逐项更正或者去掉，再来去掉它；只是填错的，更正它本身（不加 --remove）。`,
    ].join('\n'),
  )
}
