import type { Leaving } from '../../../core/merge/sides.ts'
import type { CaseView } from '../../../core/view.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'

const BETWEEN = /[,，、;；]/

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
  const asks = obligors === undefined && evidence === undefined
  if (asks && !context.interactive) throw new UsageError(needsLeaving(view))
  const chosen = asks ? await askObligors(view) : obligorsNamed(view, obligors)
  return { obligors: new Set(chosen), evidence: new Set(evidenceNamed(view, evidence)) }
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
  return `本案的义务人不到两个，按证据分：\n  ejc split ${id} --evidence ${one.id} --reason 理由`
}

function wordsOf(list: string | undefined): string[] {
  return (list ?? '').split(BETWEEN).flatMap((word) => word.trim() || [])
}

function obligorsNamed({ facts }: CaseView, list: string | undefined): string[] {
  return wordsOf(list).map((word) => {
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

async function askObligors({ facts }: CaseView): Promise<string[]> {
  if (facts.obligors.length < 2)
    throw new UsageError(`本案的义务人不到两个，没有可以分出的；按证据分的，写 --evidence 证据编号。`)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = facts.obligors.map(({ id, name }) => ({ value: id, name: `${id}  ${name}` }))
  const words = { title: '分出哪些义务人？', hint: '（空格勾选，回车确认）' }
  return openTerminal().checkbox(words, choices, [], 1)
}
