import { earliest, yearOf } from '../../../core/calendar/dates.ts'
import type { Setting } from '../../../core/setting.ts'
import { type Blocker, blockIf, type Item, refusalsUnder } from '../../../core/stages/define.ts'
import { REGISTRATION, REGISTRATION_TITLE } from '../../../core/stages/recorded.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { needUnused, takenNumbers } from '../../../repository/numbers.ts'
import { isCaseId } from '../../../repository/paths.ts'
import { nextCaseId } from '../../../repository/repository.ts'
import { openWorkspace, type Workspace } from '../../../repository/workspace.ts'
import { itemOrEmpty } from '../../shared/answers/collect.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { alikeCases } from '../../shared/entry/alike.ts'
import { type EntryOutcome, enterItem } from '../../shared/entry/enter-item.ts'
import type { Task } from '../../shared/entry/task.ts'
import { UsageError } from '../../shared/exit.ts'
import { filledFrom, type Likeness, likenessOf } from './like.ts'

/** The name of a case until its clue is entered: the year of the clue goes into the number. */
const UNNUMBERED = 'new'

/** Registers a clue as a new case, under the number that the call gives or the next one. */
export async function register(
  context: CommandContext,
  id: string | undefined,
  options: OptionValues,
): Promise<{ readonly task: Task; readonly outcome: EntryOutcome }> {
  const workspace = await readyWorkspace(context, options)
  const { regulation } = workspace.setting
  const { root } = workspace.repository
  if (id !== undefined && isCaseId(id)) await needUnused(root, id)
  const like = await likenessOf(context, workspace, options)
  // A section that is asked holds what the officer left of it; one that is given may be given in part.
  const isGiven = !context.interactive || options.from !== undefined
  const recipient = { id: UNNUMBERED, regulation, view: undefined, text: undefined, digest: null }
  for (let attempt = 1; ; attempt++) {
    const taken = await takenNumbers(root)
    const task = registration(workspace, { taken, id, like, isGiven })
    try {
      return { task, outcome: await enterItem(context, workspace, recipient, task, options) }
    } catch (error) {
      if (id !== undefined || attempt === MOST_ATTEMPTS || !(await isTakenMeanwhile(error, root, taken)))
        throw error
      // The answers are kept: the officer is only asked to confirm them again.
      context.out.note('这个编号刚被另一件案件占用，改用下一个。')
    }
  }
}

/** What a case takes from ejc.yaml, whatever is answered. */
const OF_OFFICE = ['obligee', 'unit.name'] as const

/** The library; in a terminal, asks first for what every case takes from its settings and they do not hold. */
async function readyWorkspace(context: CommandContext, options: OptionValues): Promise<Workspace> {
  const workspace = await context.workspace()
  const { obligee, unit } = workspace.setting.config
  const held = { obligee, 'unit.name': unit?.name }
  const lacking = OF_OFFICE.filter((key) => held[key] === undefined)
  const isAsked = context.interactive && options.from === undefined && !flag(options, 'dryRun')
  if (!lacking.length || !isAsked) return workspace
  const { completeSettings, settingsAt } = await import('../../shared/settings/complete.ts')
  await completeSettings(context, workspace, settingsAt(lacking.map((key) => `config.${key}`)), options)
  return openWorkspace(workspace.repository.root, context.global.today)
}

/** How often a number may be taken by another call before this one gives up. */
const MOST_ATTEMPTS = 50

/** Whether a write failed because another call has given the number meanwhile. */
async function isTakenMeanwhile(error: unknown, root: string, before: ReadonlySet<string>): Promise<boolean> {
  if (!(error instanceof RepositoryError) || error.code !== 'changed-meanwhile') return false
  return (await takenNumbers(root)).size > before.size
}

/** What goes into a registration beside the answers. */
interface Registering {
  /** The numbers that are taken. */
  readonly taken: ReadonlySet<string>
  /** The number that the call names. */
  readonly id: string | undefined
  readonly like: Likeness
  readonly isGiven: boolean
}

function registration(workspace: Workspace, registering: Registering): Task {
  const { id, like, isGiven } = registering
  if (id !== undefined) refuseId(workspace, id)
  return {
    id: REGISTRATION,
    title: REGISTRATION_TITLE,
    subject: null,
    target: { document: 'case', path: [], mode: 'set' },
    ask: ['title', 'cause', 'clue', 'damage', 'obligors', 'officers', 'summary'],
    required: ['title', 'clue', 'damage'],
    owed: (key, { foundOn }) => key === 'clue.receivedOn' && foundOn === undefined,
    defaults: { regulation: workspace.setting.config.regulation, obligors: [], ...like.defaults },
    knownInPart: ['damage'],
    refuse: (item) => refusalsUnder(workspace.setting.regulation, refuseClue(item)),
    alike: ({ facts }) => alikeCases(workspace, facts.case),
    complete: (item) => completed(workspace.setting, isGiven ? filledFrom(like, item) : item, registering),
    caseId: (item) => String(item.id),
  }
}

function refuseId({ repository }: Workspace, id: string): void {
  if (!isCaseId(id)) throw new UsageError(`案件编号“${id}”不合格式，应如 NN-2026-0001。`)
  if (repository.caseExists(id)) throw new UsageError(`案件 ${id} 已经存在。`)
}

/** The clue's day starts the first clock, so one of the two must be there. */
function refuseClue(item: Item): readonly Blocker[] {
  return blockIf(
    clueDay(item) === undefined,
    '线索应当写明发现日期（clue.foundOn）或者接到日期（clue.receivedOn）',
    'screening-period',
    { key: 'clue' },
  )
}

function clueDay({ clue }: Item): string | undefined {
  const { foundOn, receivedOn } = itemOrEmpty(clue)
  return earliest(textOrNothing(foundOn), textOrNothing(receivedOn))
}

/** Numbers the case and its obligors, and proposes level, department and unit from the facts. */
function completed(setting: Setting, item: Item, { taken, id, like }: Registering): Item {
  const year = yearOf(clueDay(item) ?? setting.today)
  const jurisdiction = { ...proposedJurisdiction(setting, item, like), ...itemOrEmpty(item.jurisdiction) }
  needOffice(jurisdiction)
  return {
    ...item,
    id: item.id ?? id ?? nextCaseId([...taken], setting.config.idPrefix, year),
    obligors: withObligorIds(item.obligors),
    jurisdiction,
  }
}

/** Throws UsageError where neither the call nor the settings say for whom and by whom the case is handled. */
function needOffice({ obligee, handlingUnit }: Item): void {
  const lacking = [
    ...(obligee === undefined ? [['赔偿权利人', '--set obligee=某市人民政府']] : []),
    ...(handlingUnit === undefined ? [['承办单位名称', '--set unit.name=某市生态环境局']] : []),
  ]
  if (!lacking.length) return
  const titles = lacking.map(([title]) => title).join('、')
  const sets = lacking.map(([, set]) => set).join(' ')
  throw new UsageError(`案件库的配置里没有${titles}，没有登记。先补填：ejc init ${sets}`)
}

function proposedJurisdiction({ config, regulation }: Setting, item: Item, like: Likeness): Item {
  const damage = itemOrEmpty(item.damage)
  const level = regulation.levelFor({
    incidentGrade: textOrNothing(damage.incidentGrade),
    ecologicalGrade: textOrNothing(damage.ecologicalGrade),
    crossRegion: textOrNothing(damage.crossRegion),
    channel: textOrNothing(itemOrEmpty(item.clue).channel),
  })
  const department = regulation.item('damageKinds', textOrNothing(damage.kind) ?? '')?.department
  // What ejc.yaml says of papers is of its own unit, not of another that the call or a like case names.
  const given = textOrNothing(itemOrEmpty(item.jurisdiction).handlingUnit) ?? config.unit?.name
  const isOurs = like.jurisdiction.handlingUnit === undefined && given === config.unit?.name
  return {
    level: level?.level ?? like.level ?? config.level,
    obligee: config.obligee,
    handlingUnit: config.unit?.name,
    // A county's own department needs the city's authorisation: `initiate` asks for it, lint tells of it before.
    handlingUnitKind: config.unit?.kind ?? (config.level === 'county' ? 'county-department' : 'department'),
    ...(isOurs && config.unit?.inNameOf ? { inNameOf: config.unit.inNameOf } : {}),
    ...like.jurisdiction,
    ...(department ? { department } : {}),
  }
}

function withObligorIds(obligors: unknown): unknown {
  if (!Array.isArray(obligors)) return obligors
  return obligors.map((obligor, index) => ({ id: `o${index + 1}`, ...itemOrEmpty(obligor) }))
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
