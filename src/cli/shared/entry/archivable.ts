import { stepsWithoutPaper } from '../../../core/archive/without-paper.ts'
import type { Finding } from '../../../core/lint/define.ts'
import { notThere, requiredForms } from '../../../core/lint/required-forms.ts'
import type { CaseView } from '../../../core/view.ts'
import { messageText, wrapIndented } from '../output/text.ts'
import { lackingPaths } from '../wording/lacking.ts'

/** The rules whose findings say that something is missing; a case may exempt itself from them, with reasons. */
const MISSING = 'document/missing'
const INCOMPLETE = [MISSING, 'document/unfilled', 'evidence/missing-file']

/** What keeps the file of a case from being archived, beside the case being open: a line each. */
export function lackingIn(found: readonly Finding[]): string[] {
  return found.filter(({ rule }) => INCOMPLETE.includes(rule)).map(({ message }) => message)
}

/**
 * What the archive will refuse, or say in its 备考表, once the case is closed: for the officer who closes it. Empty where
 * nothing is lacking.
 * @param files the files of the case, relative to its folder
 */
export function unreadyText(
  view: CaseView,
  found: readonly Finding[],
  files: readonly string[],
  width: number,
): string {
  const refused = [...lackingIn(found), ...neverMade(view, files)]
  const noted = stepsWithoutPaper(view, files)
  const listed = (head: string, lines: readonly string[]) =>
    lines.length ? [head, ...lines.map((line) => wrapIndented(line, width, '    ', '  '))] : []
  return [
    ...listed('结案以后，缺下列材料的不能立卷：', refused),
    ...listed(
      '下列事项已有记录，没有登记与其对应的材料，立卷时写入备考表：',
      noted.map(({ field }) => field),
    ),
    ...(noted.length
      ? [messageText(['有扫描件的，补上：', ...lackingPaths(view, noted)].join('\n'), width)]
      : []),
  ].join('\n')
}

/** The forms of a case without any paper, which the rule asks for only once it is closed. */
function neverMade({ facts, regulation }: CaseView, files: readonly string[]): string[] {
  const isExempt = facts.case.lint?.suppress?.some(({ rule }) => rule === MISSING)
  if (isExempt || files.some((file) => file.startsWith('documents/'))) return []
  return requiredForms(facts).map(({ form, subject }) =>
    regulation.written(notThere(facts, regulation, form, subject)),
  )
}
