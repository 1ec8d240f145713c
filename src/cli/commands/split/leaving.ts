import type { Parted } from '../../../core/merge/part.ts'
import type { Leaving } from '../../../core/merge/sides.ts'
import type { CaseView } from '../../../core/view.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'

const BETWEEN = /[,，、;；]/
/** How --obligors says that nobody is known yet to be the obligor of the new case. */
const NOBODY = '无'

/**
 * The obligors and the evidence that leave a case: by the call, or chosen in a terminal. Throws UsageError for what
 * there is not.
 */
export async function leavingOf(
  context: CommandContext,
  view: CaseView,
  options: OptionValues,
): Promise<Leaving> {
  const [obligors, evidence] = [text(options, 'obligors'), text(options, 'evidence')]
  const leavingEvidence = new Set(evidenceNamed(view, evidence))
  const asks = obligors === undefined && !isWithoutAnybody(view, leavingEvidence)
  if (asks && !context.interactive)
    throw new UsageError(leavingEvidence.size ? needsWhose(view) : needsLeaving(view))
  const chosen = asks ? await askObligors(view, leavingEvidence) : obligorsNamed(view, obligors)
  return { obligors: new Set(chosen), evidence: leavingEvidence }
}

/** Whether evidence leaves a case of which nobody is known yet to be an obligor, so that nobody is to be asked for. */
function isWithoutAnybody({ facts }: CaseView, evidence: ReadonlySet<string>): boolean {
  return evidence.size > 0 && facts.obligors.length === 0
}

/** What to write where evidence alone would leave: the new case would be against nobody. */
function needsWhose({ facts: { id, obligors } }: Pick<CaseView, 'facts'>): string {
  const known = obligors.map((each) => `${each.id} ${each.name}`).join('、')
  const ways = [
    ...(obligors.length > 1 ? ['分出其中几个的，写 --obligors 义务人；'] : []),
    `分出的案件义务人还没有查明的，写 --obligors ${NOBODY}；`,
    `同一义务人的另一处损害，不分案，另行登记：ejc new --like ${id}`,
  ]
  return clean([`只写了 --evidence，分出的案件就没有赔偿义务人（本案有 ${known}）：`, ...ways].join('\n  '))
}

/** What to write, with the obligors of the case; where there are not two, with its evidence. */
function needsLeaving({ facts: { id, obligors, evidence } }: CaseView): string {
  const last = obligors.at(-1)
  if (last && obligors.length > 1) {
    const known = obligors.map((each) => `${each.id} ${each.name}`).join('、')
    return `请写明分出哪些义务人（本案有 ${known}）：\n  ejc split ${id} --obligors ${last.id} --reason 理由`
  }
  const one = evidence.at(-1)
  if (!one) return `本案的义务人不到两个，也没有登记证据，没有可以分出的。`
  const whose = obligors.length ? ` --obligors ${NOBODY}` : ''
  return `本案的义务人不到两个，按证据分：\n  ejc split ${id} --evidence ${one.id}${whose} --reason 理由`
}

function wordsOf(list: string | undefined): string[] {
  return (list ?? '').split(BETWEEN).flatMap((word) => word.trim() || [])
}

function obligorsNamed({ facts }: CaseView, list: string | undefined): string[] {
  const words = wordsOf(list)
  if (words.length === 1 && words[0] === NOBODY) return []
  return words.map((word) => {
    const found = facts.obligors.filter(({ id, name }) => id === word || name === word)
    const near = found.length ? found : facts.obligors.filter(({ name }) => name.includes(word))
    const [only, ...others] = near
    if (only && !others.length) return only.id
    const known = facts.obligors.map(({ id, name }) => `${id} ${name}`).join('、') || '没有登记'
    const why = only ? '不止一个，请写编号' : '本案没有这个义务人'
    throw new UsageError(clean(`--obligors 写的“${word}”${why}。本案的义务人：${known}。`))
  })
}

function evidenceNamed({ facts }: CaseView, list: string | undefined): string[] {
  return wordsOf(list).map((word) => {
    const id = word.toUpperCase()
    if (facts.evidence.some((each) => each.id === id)) return id
    const known = facts.evidence.map((each) => each.id).join('、') || '没有登记'
    throw new UsageError(clean(`--evidence 写的“${word}”不在本案的证据清单里。已登记的有：${known}。`))
  })
}

/** Asks who leaves; where evidence leaves, nobody may, if somebody says that the obligor is yet to be found. */
async function askObligors({ facts }: CaseView, evidence: ReadonlySet<string>): Promise<string[]> {
  const isOnly = facts.obligors.length < 2
  if (isOnly && !evidence.size)
    throw new UsageError(`本案的义务人不到两个，没有可以分出的；按证据分的，写 --evidence 证据编号。`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const terminal = openTerminal()
  const choices = facts.obligors.map(({ id, name }) => ({ value: id, name: `${id}  ${name}` }))
  const hint = '（空格勾选，回车确认）'
  if (!evidence.size) return terminal.checkbox({ title: '分出哪些义务人？', hint }, choices, [], 1)
  const chosen = isOnly
    ? []
    : await terminal.checkbox(
        { title: '分出哪些义务人？', hint: '（都不勾：义务人还没有查明）' },
        choices,
        [],
      )
  if (chosen.length) return chosen
  const unknown = { title: '分出的案件没有赔偿义务人：是还没有查明吗？', hint: '（查明以后再补登）' }
  if (await terminal.confirm(unknown, false)) return []
  throw new UsageError(needsWhose({ facts }))
}

/** Asks in a terminal which evidence that no fact names concerns what leaves alone; the rest is for both cases. */
export async function askUnnamed(
  { interactive }: CommandContext,
  { facts }: CaseView,
  { named }: Parted,
): Promise<string[]> {
  const unnamed = facts.evidence.filter(({ id }) => !named.moved.has(id) && !named.left.has(id))
  if (!interactive || !unnamed.length) return []
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = unnamed.map(({ id, title }) => ({ value: id, name: `${id}  ${title}` }))
  const question = {
    title: '下列证据没有事项引用，哪些只关系到分出的一方？',
    hint: '（空格勾选，回车确认；没有勾的两案都有）',
  }
  return openTerminal().checkbox(question, choices, [])
}
