import { choicesNamed, closestChoice } from '../../../core/schema/suggest.ts'
import { missingIn } from '../../../core/stages/missing.ts'
import { type Recorded, recordedIn } from '../../../core/stages/recorded.ts'
import type { CaseView } from '../../../core/view.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import { recordedLines, recordedName } from './text.ts'

/** What the call says of the thing to be amended. */
export interface WantedRecord {
  readonly id: string
  readonly word: string | undefined
  readonly subject: string | undefined
}

/**
 * The recorded thing that the call means; asked in a terminal where there are several. Throws UsageError with what
 * there is.
 */
export async function chooseRecorded(
  context: CommandContext,
  view: CaseView,
  { word, subject }: WantedRecord,
): Promise<Recorded> {
  const all = [...recordedIn(view), ...missingIn(view)]
  const ofStep = word === undefined ? all : recordedUnder(view, all, word)
  const found = subject === undefined ? ofStep : aboutSubject(ofStep, subject)
  const [only, ...others] = found
  if (only === undefined) {
    const title = ofStep[0]?.title ?? ''
    throw new UsageError(
      `“${title}”没有对象 ${clean(subject ?? '')}。已经记录的有：\n${recordedLines(ofStep)}`,
    )
  }
  if (!others.length) return only
  if (!context.interactive) {
    const what = word === undefined ? '请写明要更正哪一项' : '请写明对象'
    throw new UsageError(`${what}。已经记录的有：\n${recordedLines(found)}`)
  }
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = found.map((each, index) => ({ value: String(index), name: recordedName(each) }))
  const question = { title: `${view.facts.id}：更正哪一项？`, hint: '（可输入几个字查找）' }
  const chosen = found[Number(await openTerminal().search(question, choices))]
  return chosen ?? only
}

/**
 * What was recorded under a step, by its code, its title, or a part of that; else about the subject that the word
 * names.
 */
function recordedUnder(view: CaseView, all: readonly Recorded[], word: string): readonly Recorded[] {
  // One step may have recorded things of several kinds, each with a title of its own.
  const known = all.map((each) => ({ code: each.step, label: each.title, each }))
  const named = choicesNamed(word, known).map(({ each }) => each)
  if (named.length) return named
  const about = aboutSubject(all, word)
  if (about.length) return about
  const meant = closestChoice(word, known)
  const hint = meant ? `是否想写“${meant.label}”？` : ''
  throw new UsageError(
    `案件 ${view.facts.id} 没有记录过“${clean(word)}”。${hint}已经记录的有：\n${recordedLines(all)}`,
  )
}

/** By the address, by its end (o2 for 1/o2), or by the words that stand for it. */
function aboutSubject(all: readonly Recorded[], subject: string): readonly Recorded[] {
  const word = subject.replace(/\s/gu, '')
  const named = ({ about }: Recorded): string => about.replace(/\s/gu, '')
  const matches: readonly ((each: Recorded) => boolean)[] = [
    (each) => each.subject === subject || named(each) === word || each.on === subject,
    (each) => (each.subject ?? '').split('/').includes(subject),
    (each) => named(each).includes(word),
  ]
  for (const matching of matches) {
    const found = all.filter(matching)
    if (found.length) return found
  }
  return []
}
