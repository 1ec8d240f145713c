import { yearOf } from '../../../core/calendar/dates.ts'
import type { Path } from '../../../core/facts/locations.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { settingsChange, writeSettings } from '../../shared/settings/change.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'

/** What the archive of the office settles once for all cases, and what it settles for each case. */
const OF_OFFICE = ['fondsName', 'fonds', 'category', 'retention'] as const
const OF_CASE = ['number', 'year'] as const

type Key = (typeof OF_OFFICE)[number] | (typeof OF_CASE)[number]

/** What of the cover is blank: nobody has settled it yet. */
export function blanksOfCover(view: CaseView): readonly Key[] {
  const { config, facts } = view
  const { archive } = config
  const own = archive?.volumes?.find((each) => each.case === facts.id)
  return [
    ...OF_OFFICE.filter((key) => !archive?.[key] && !(key === 'retention' && own?.retention)),
    ...OF_CASE.filter((key) => !own?.[key]),
  ]
}

/** What a blank is called, and what belongs there. */
export function wordsOfBlank(key: Key): { readonly title: string; readonly help: string } {
  const isOfOffice = OF_OFFICE.some((each) => each === key)
  const path: Path = isOfOffice ? ['archive', key] : ['archive', 'volumes', 0, key]
  const { title = key, description = '' } = schemaAt('config', path) ?? {}
  return { title, help: description }
}

/**
 * Asks in a terminal for what the cover still leaves blank, and keeps it in ejc.yaml; nothing is proposed, Enter leaves
 * one blank, Esc all the rest. Whether something was written.
 */
export async function settleCover(
  { out, interactive }: CommandContext,
  workspace: Workspace,
  view: CaseView,
): Promise<boolean> {
  const blanks = interactive ? blanksOfCover(view) : []
  if (!blanks.length) return false
  const given = await answersFor(blanks, view)
  if (!given.size) return false
  const of = (keys: readonly Key[]) => Object.fromEntries([...given].filter(([key]) => keys.includes(key)))
  const { archive = {} } = view.config
  const { volumes = [] } = archive
  const own = volumes.find((each) => each.case === view.facts.id) ?? { case: view.facts.id }
  const ofCase = of(OF_CASE)
  const settled = {
    ...archive,
    ...of(OF_OFFICE),
    ...(Object.keys(ofCase).length && {
      volumes: [...volumes.filter((each) => each.case !== own.case), { ...own, ...ofCase }],
    }),
  }
  const change = settingsChange(workspace, { ...view.config, archive: settled })
  const commit = await writeSettings(workspace, change, true)
  out.note(['已写入案件库配置（ejc.yaml）：', ...change.lines.map((line) => `  ${line}`)].join('\n'))
  out.note(`更正用 ejc init${commitMark(commit)}`)
  return true
}

async function answersFor(blanks: readonly Key[], view: CaseView): Promise<ReadonlyMap<Key, string>> {
  const [{ openTerminal }, { BackError }] = await Promise.all([
    import('../../prompts/terminal.ts'),
    import('../../prompts/asked.ts'),
  ])
  const terminal = openTerminal({ back: true })
  terminal.say('封面和目录上还空着下列各栏，由本单位档案部门确定；没有确定的直接回车，按 Esc 其余都空着。')
  const given = new Map<Key, string>()
  try {
    for (const key of blanks) {
      const answer = (await terminal.input({ ...wordsOfBlank(key), hint: hintFor(key, view) })).trim()
      if (answer !== '') given.set(key, answer)
    }
  } catch (error) {
    if (!(error instanceof BackError)) throw error
  }
  return given
}

/** The year of the closing is only named: which year counts, the archive of the office settles. */
function hintFor(key: Key, { facts }: CaseView): string {
  const { closedOn } = facts.closing.closed ?? {}
  const known = key === 'year' && closedOn ? `；本案 ${yearOf(closedOn)} 年结案` : ''
  return `（选填，回车空着${known}）`
}
