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

/** What a correction does not reach: the file of a closed case, and the text that the parties signed. */
export function uncorrectedLines({ facts }: CaseView, { value: { signedText } }: Recorded): string[] {
  const text = isMapData(signedText) && typeof signedText.file === 'string' ? signedText.file : undefined
  return [
    ...(facts.closing.closed
      ? [
          `案件已经结案：已经立好的案卷不会跟着改，更正以后重新立卷：${ejcCall(undefined, ['archive', facts.id])}`,
        ]
      : []),
    ...(text === undefined
      ? []
      : [clean(`随案保存的协议文本（${text}）不会跟着改：更正条款的，请核对文本里就是这样写的。`)]),
  ]
}
