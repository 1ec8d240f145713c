import { isMapData } from '../../../core/facts/data.ts'
import { typedSubject } from '../../../core/stages/about.ts'
import type { Recorded } from '../../../core/stages/recorded.ts'
import type { CaseView } from '../../../core/view.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean } from '../../shared/output/clean.ts'

/** The remark on a step about which a ledger says nothing. */
const UNRECORDED = '补录时未载明，可以补登'

/** Something recorded, as the officer chooses it: 2026-07-03 送达磋商告知书：第1轮 韦某（1/o2）. */
export function recordedName({ title: plain, subject, about, on, missing }: Recorded): string {
  const title = missing ? `${plain}（${UNRECORDED}）` : plain
  const of =
    subject === null ? '' : about === subject || about === '' ? `：${subject}` : `：${about}（${subject}）`
  return clean(`${on ?? '          '} ${title}${of}`)
}

/** What was recorded, with what to write for each. */
export function recordedLines(all: readonly Recorded[]): string {
  return all
    .map(({ title, subject, about, on, missing }) => {
      const word = subject === null ? '' : typedSubject(subject, about)
      const words = word === subject && about !== subject ? about : ''
      const said = [words, missing ? UNRECORDED : on].filter(Boolean).join(' ')
      return clean(`  ${[title, word].filter(Boolean).join(' ')}${said && `　${said}`}`)
    })
    .join('\n')
}

/** What a correction does not reach: the text that the parties signed. */
export function uncorrectedLines({ value: { signedText } }: Recorded): string[] {
  const text = isMapData(signedText) && typeof signedText.file === 'string' ? signedText.file : undefined
  return text === undefined
    ? []
    : [clean(`随案保存的协议文本（${text}）不会跟着改：更正条款的，请核对文本里就是这样写的。`)]
}

/**
 * Says that the file of a closed case is to be bound anew once what it prints was corrected; `keys` are those that
 * differ. The day on which it went to the archive is written after it was bound, and stands on none of its pages.
 */
export function boundBeforeLine(
  { facts }: CaseView,
  keys: readonly string[],
  repo: string | undefined,
): string | undefined {
  const isPrinted = keys.some((key) => key !== 'archivedOn')
  return facts.closing.closed && isPrinted
    ? `案件已经结案：立过案卷的，案卷不会跟着改，请重新立卷：${ejcCall(repo, ['archive', facts.id])}`
    : undefined
}
