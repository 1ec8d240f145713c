import { numberKeys, wrongNumber } from '../../../facts/paper-number.ts'
import { shownValue } from '../../../schema/messages.ts'
import { inInvestigation, inRound, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { eachText } from '../../walk.ts'

export const paperNumber = defineRule({
  id: 'case/paper-number',
  severity: 'notice',
  about: 'omission',
  severityStays: 'record',
  matter: null,
  title: '文号像文号',
  why: '文书和归档目录照录文号；随手写的字样印在正式文书上，别人查不到原件。',
  mend: '对照原件改正；没有文号的，把这一栏空着。',
  *check({ facts }) {
    const found: FindingDraft[] = []
    eachText(facts.documents, (holder, key, text) => {
      // The number in a ledger is that of a row, in whatever way the ledger counts.
      const format = holder === facts.case.backfilled ? undefined : numberKeys[key]
      const wrong = format && wrongNumber(format, text)
      if (wrong) found.push(at(holder, String(key), `文号“${shownValue(text)}”${wrong}。`))
    })
    yield* found
  },
  examples: {
    accept: [
      { title: '各种文号', change: unchanged },
      { title: '没有年份的编号', change: numbered('第十二号') },
      { title: '大写的编号', change: numbered('第壹号') },
      { title: '罗马数字、带圈数字', change: numbered('Ⅲ—①') },
      { title: '分号', change: numbered('桂环赔〔2026〕3-1号') },
      { title: '法院的案号', change: numbered('（2026）桂01民初12号') },
    ],
    reject: [
      {
        title: '一串字母',
        finds: ['notice - investigation.initiation.number'],
        says: ['桂环赔〔2026〕12号'],
        change: numbered('ABC'),
      },
      {
        title: '写成了日期',
        finds: ['notice - investigation.initiation.number'],
        says: ['像日期或者数额'],
        change: numbered('3.6'),
      },
      {
        title: '没有数字',
        finds: ['notice - consultation.rounds.0.notice.number'],
        change: inRound((round) => {
          Object.assign(round.notice ?? {}, { number: '待编' })
        }),
      },
    ],
  },
})

function numbered(number: string) {
  return inInvestigation((file) => {
    Object.assign(file.initiation ?? {}, { number })
  })
}
