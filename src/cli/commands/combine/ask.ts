import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import type { Namesakes } from '../../../core/merge/adopt.ts'
import type { CaseConflict } from '../../../core/merge/case.ts'
import type { Decision } from '../../../core/merge/merge.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { readCases } from '../../shared/cases/read.ts'
import { NOT_WRITTEN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { CancelledError, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import { textTable } from '../../shared/output/table.ts'
import { comparedFacts } from '../../shared/wording/compared.ts'
import { type Decisions, factAddress, factTitle, factWord, type TwoCases } from './decisions.ts'

/** The case into which another goes, chosen in a terminal. Throws UsageError where nobody can be asked. */
export async function askInto(context: CommandContext, workspace: Workspace, from: string): Promise<string> {
  if (!context.interactive)
    throw new UsageError(`请写明并入哪一件：ejc combine ${from} 继续办理的案件 --reason 理由。`)
  const { views } = readCases(workspace, [], context.out)
  const choices = views
    .filter(({ facts }) => facts.id !== from && !facts.case.withdrawal && !facts.closing.closed)
    .map(({ facts }) => ({ value: facts.id, name: `${facts.id}  ${facts.case.title}` }))
  if (!choices.length) throw new UsageError('案件库里没有别的在办案件可以并入。')
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().search({ title: `${from} 并入哪一件（继续办理的）？` }, choices)
}

/** Asks whether namesakes are one. */
export async function askNamesakes(
  unclear: readonly Namesakes[],
  { from, into }: TwoCases,
  { obligors }: Decisions,
): Promise<void> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  for (const { from: id, to, name } of unclear) {
    const question = clean(`${from} 的 ${id} 和 ${into} 的 ${to} 都叫${name}，是同一个吗？`)
    obligors.set(id, (await openTerminal().confirm(question, true)) ? to : null)
  }
}

/** Shows each fact that the two cases state differently, with both versions, and asks which one counts. */
export async function askFacts(
  { out }: CommandContext,
  open: readonly CaseConflict[],
  cases: TwoCases,
  { facts }: Decisions,
  lists: Lists,
): Promise<void> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  if (open.length > 1) {
    out.note(clean(['两案说法不同的：', ...open.map((each) => `  ${factTitle(each)}`)].join('\n')))
    const all = await askAll(open.length, cases)
    if (all !== undefined) {
      for (const conflict of open) facts.set(factAddress(conflict), all)
      return
    }
  }
  for (const [index, conflict] of open.entries()) {
    out.note(`\n（${index + 1}/${open.length}）${clean(factTitle(conflict))}`)
    out.note(clean(comparison(conflict, cases, lists, out.width)))
    const answer = await openTerminal().select(
      { title: `（${index + 1}/${open.length}）两案说法不同，以哪一案为准？`, open: true },
      [
        { value: 'ours', name: `${cases.into}（继续办理的）` },
        { value: 'theirs', name: `${cases.from}（被并入的）` },
        ...(conflict.both ? [{ value: 'both', name: '都保留（是两件事）' }] : []),
        { value: 'leave', name: '先不并案' },
      ],
    )
    if (answer !== 'ours' && answer !== 'theirs' && answer !== 'both') throw new CancelledError(NOT_WRITTEN)
    facts.set(factAddress(conflict), answer)
  }
}

/** Whether one case counts in all; undefined for one by one. */
async function askAll(count: number, { from, into }: TwoCases): Promise<Decision | undefined> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const answer = await openTerminal().select(`两案有 ${count} 项说法不同，怎样取舍？`, [
    { value: 'each', name: '逐项看，逐项决定' },
    { value: 'ours', name: `全部以 ${into} 为准（继续办理的）` },
    { value: 'theirs', name: `全部以 ${from} 为准（被并入的）` },
  ])
  return answer === 'ours' || answer === 'theirs' ? answer : undefined
}

/** The facts on which somebody has to decide, where nobody can be asked. */
export function openFactsError(
  open: readonly CaseConflict[],
  cases: TwoCases,
  lists: Lists,
  width: number,
): UsageError {
  const parts = open.map((conflict) =>
    [
      `${factTitle(conflict)}`,
      comparison(conflict, cases, lists, width),
      `  --keep ${factWord(conflict, open)}=${cases.into}${conflict.both ? '（两项都保留：=都保留）' : ''}`,
    ].join('\n'),
  )
  const how = [
    `逐项写明以哪一案为准，或者全部以一案为准：`,
    `  ejc combine ${cases.from} ${cases.into} --keep ${cases.into} --reason 理由`,
    `另一案的说法留在 ${cases.from} 里可查。`,
  ]
  return new UsageError(
    clean(['两案都有、只能有一个的事项，没有写入：', '', ...parts, '', ...how].join('\n')),
  )
}

/** What both say, side by side; of id and telephone numbers only the ends. */
function comparison(conflict: CaseConflict, { from, into }: TwoCases, lists: Lists, width: number): string {
  const heads = [{ title: '' }, { title: into, flexible: true }, { title: from, flexible: true }]
  const shown = { ...conflict, schema: conflict.document, file: '', caseId: null }
  const rows = comparedFacts(shown, lists).map(({ title, ours, theirs }) =>
    [title, ours, theirs].map(withMaskedNumbers),
  )
  return textTable(heads, rows, width)
}
