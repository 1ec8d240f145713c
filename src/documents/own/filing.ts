import { phaseNamed, phases } from '../../core/facts/phases.ts'
import type { TemplateUse } from '../../core/forms/own.ts'
import type { PlaceholderFault } from '../paper-place.ts'
import { type Paragraph, paragraphText, replaceText, takeOut } from '../paragraphs.ts'
import type { FoundPlaceholder } from '../placeholders.ts'

type Mark = '归档' | '题名'

/** The longest 题名 that a line of 卷内文件目录 should hold, in characters. */
const MOST = 100

/** What {{归档：损害调查}} and {{题名：…}} of a template say, and what is wrong with them, in Chinese. */
export function filingIn(found: readonly FoundPlaceholder[]): {
  readonly filing: NonNullable<TemplateUse['filing']>
  readonly faults: readonly PlaceholderFault[]
} {
  const marks = found.filter(({ kind, problems }) => kind === 'filing' && !problems.length)
  const faults = marks.flatMap((at): PlaceholderFault[] => {
    const problem =
      whyWrong(at) ?? (marks.find((each) => wordOf(each) === wordOf(at)) === at ? '' : twice(at))
    return problem ? [{ at, problem }] : []
  })
  const said = (word: Mark) => marks.filter((each) => wordOf(each) === word).map(saidBy)[0]
  return {
    filing: { phase: phaseNamed(said('归档') ?? '')?.document, title: said('题名') || undefined },
    faults,
  }
}

function wordOf({ name }: FoundPlaceholder): Mark {
  return name.startsWith('题名') ? '题名' : '归档'
}

function saidBy({ name }: FoundPlaceholder): string {
  return name.slice(name.indexOf('：') + 1).trim()
}

function twice(at: FoundPlaceholder): string {
  return `{{${wordOf(at)}：…}} 只写一处：请删去这一处。`
}

function whyWrong(at: FoundPlaceholder): string | undefined {
  const value = saidBy(at)
  if (wordOf(at) === '题名') {
    if (value === '') return '{{题名：}} 没有写题名：请写在冒号后面，或者删去。'
    return value.length > MOST ? `题名超过 ${MOST} 个字，目录里写不下：请写短些。` : undefined
  }
  if (phaseNamed(value)) return undefined
  const names = phases.map(({ name }) => name).join('、')
  return `没有「${value.slice(0, 20)}」这个归档位置，请从下列选一个写在冒号后面：${names}。`
}

/** Takes these marks out of a paper, with their paragraphs where nothing else stands there. */
export function withoutFiling(found: readonly FoundPlaceholder[]): void {
  const marks = found.filter(({ kind }) => kind === 'filing')
  for (const { at, start, raw } of marks.toReversed()) replaceText(at.element, start, raw, '')
  const places = new Map<unknown, Paragraph>(marks.map(({ at }) => [at.element, at]))
  for (const at of places.values()) if (paragraphText(at.element).trim() === '') takeOut(at)
}
