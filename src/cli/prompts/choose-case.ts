import { officerNames } from '../../core/stages/officers.ts'
import { stages, stageTitle } from '../../core/stages/stage.ts'
import type { CaseView } from '../../core/view.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { readCases } from '../shared/cases/read.ts'
import type { Output } from '../shared/output/output.ts'
import { padTo } from '../shared/output/text.ts'
import { byDue } from '../shared/wording/deadlines.ts'
import { nextDeadline } from '../shared/wording/listed-case.ts'
import { deadlineStatusText, dueText } from '../shared/wording/words.ts'
import { openTerminal } from './terminal.ts'

/**
 * Asks for a case: the first due stands first, ended cases last, each with its stage and next deadline; typing
 * a part of the number, the title, an obligor or an officer narrows the list. Undefined when there is no case.
 */
export async function askCase(
  workspace: Workspace,
  out: Output,
  question: string,
): Promise<string | undefined> {
  const { views } = readCases(workspace, [], out)
  if (!views.length) return undefined
  const ordered = views.toSorted(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) || compareNext(a, b) || (a.facts.id < b.facts.id ? -1 : 1),
  )
  const choices = ordered.map((view) => ({
    value: view.facts.id,
    name: caseName(view),
    description: peopleOf(view),
  }))
  const words = { title: question, hint: '（可输入编号、案名、阶段、人名查找）' }
  return openTerminal().search(words, choices)
}

function isOver({ stage }: CaseView): boolean {
  return stages[stage.case].end
}

function compareNext(a: CaseView, b: CaseView): number {
  const [first, second] = [nextDeadline(a), nextDeadline(b)]
  if (!first || !second) return Number(first === undefined) - Number(second === undefined)
  return byDue(first, second)
}

const STAGE_COLUMNS = 10

function caseName(view: CaseView): string {
  const { facts, stage, today } = view
  const next = nextDeadline(view)
  const due = next
    ? [next.title, dueText(next), deadlineStatusText(next, today)].filter(Boolean).join(' ')
    : ''
  const head = [facts.id, padTo(stageTitle(facts, stage.case), STAGE_COLUMNS), facts.case.title].join('  ')
  return due && !isOver(view) ? `${head}\n${due}` : head
}

function peopleOf(view: CaseView): string {
  return [...view.facts.obligors.map(({ name }) => name), ...officerNames(view)].join('、')
}
