import { schemaAt, titleAt } from '../../../core/schema/walk.ts'
import { type NeededPlace, neededPlace } from '../../../core/stages/needed-place.ts'
import type { Paper } from '../../../documents/render.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { enterItem } from '../../shared/entry/enter-item.ts'
import { recipientOf, type Task } from '../../shared/entry/task.ts'
import { CancelledError } from '../../shared/exit.ts'
import { completeSettings, lackingSettings, settingTitles } from '../../shared/settings/complete.ts'
import { changeLines } from '../../shared/wording/changes.ts'
import { lackingLines } from '../../shared/wording/lacking.ts'

/** What the officer does about a paper that lacks facts. */
type Decision = 'complete' | 'draft'

/**
 * In a terminal, asks at once for the facts that a paper lacks and that belong to what was recorded already, and
 * records them, a commit for each step that they complete. Facts whose step was not done yet are left: the step records
 * them.
 */
export async function completeFacts(
  context: CommandContext,
  workspace: Workspace,
  paper: Paper,
  options: OptionValues,
): Promise<Decision> {
  const { id } = paper.view.facts
  const places = placesOf(paper)
  const settings = lackingSettings(paper.view, paper.missing)
  const decision = await decide(paper, [
    ...places.map(titleOf),
    ...settingTitles(settings, paper.view.config),
  ])
  if (decision !== 'complete') return decision
  if (settings.length) await completeSettings(context, workspace, settings, options)
  for (const sharing of bySection(places)) {
    const reading = workspace.needCase(id)
    const [place] = sharing
    if (!place) continue
    const task = completion(reading.view.regulation.lists, place, sharing, paper.title)
    await enterItem(context, workspace, recipientOf(reading, task), task, { ...options, dryRun: false })
  }
  return 'complete'
}

function placesOf({ view, missing }: Paper): readonly NeededPlace[] {
  const found = missing.flatMap(({ path }) => neededPlace(view, path) ?? [])
  const distinct = new Map(
    found.map((place) => [[place.document, ...place.path, place.key].join('.'), place]),
  )
  return [...distinct.values()]
}

/** The facts by the section in which they belong. */
function bySection(places: readonly NeededPlace[]): readonly (readonly NeededPlace[])[] {
  const sections = new Map<string, NeededPlace[]>()
  for (const place of places) {
    const section = [place.document, ...place.path].join('.')
    sections.set(section, [...(sections.get(section) ?? []), place])
  }
  return [...sections.values()]
}

async function decide({ view, title, missing }: Paper, askable: readonly string[]): Promise<Decision> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const titles = [...new Set(askable)].join('、')
  // What no recorded step holds: another step says it.
  const others = missing.filter(
    (need) => !neededPlace(view, need.path) && !lackingSettings(view, [need]).length,
  )
  const said = titles === '' ? '' : `还缺：${titles}`
  const rest = others.length ? `还有要先办理或者补填的：\n${lackingLines(view, others).join('\n')}` : ''
  const choices = [
    ...(askable.length ? [{ value: 'complete', name: '现在补填，记入案件库' }] : []),
    { value: 'draft', name: '先生成草稿，缺的留横线' },
    { value: 'leave', name: '先不生成' },
  ]
  const terminal = openTerminal()
  if (rest !== '') terminal.say(`《${title}》${rest}`)
  const question = said === '' ? '现在还不能生成正本' : said
  const answer = await terminal.select(`《${title}》${question}。怎么办？`, choices)
  if (answer === 'complete' || answer === 'draft') return answer
  throw new CancelledError('没有生成。')
}

function titleOf({ document, path, key }: NeededPlace): string {
  return titleAt(document, [...path, key]) ?? key
}

/** The facts of one section that are lacking, as something to be entered. */
function completion(
  lists: Parameters<typeof changeLines>[0]['lists'],
  { document, path, value, recorded }: NeededPlace,
  sharing: readonly NeededPlace[],
  paper: string,
): Task {
  const keys = sharing.map(({ key }) => key)
  const place = { name: document, path, lists }
  return {
    id: 'amend',
    title: `补充：${recorded.title}`,
    subject: recorded.subject,
    about: recorded.about,
    target: { document, path, mode: 'set' },
    ask: keys.filter((key) => schemaAt(document, [...path, key])),
    required: keys,
    owed: (key) => keys.includes(key),
    defaults: value,
    refuse: () => [],
    correction: {
      keptAs: `complete-${path.join('-')}`,
      lines: (item, { facts }) => [
        `理由：生成《${paper}》需要`,
        ...changeLines(place, value, item, { facts, choices: {} }),
      ],
    },
  }
}
