import { isDayOfFact } from '../../../facts/past.ts'
import { hasCome } from '../../../setting.ts'
import { inCase, inScreening, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { eachText } from '../../walk.ts'

export const futureDate = defineRule({
  id: 'case/future-date',
  severity: 'error',
  about: 'breach',
  denies: 'future',
  severityStays: 'record',
  matter: null,
  title: '已发生事实的日期不晚于今天',
  why: '案件只记录已经发生的事；将来的日期多半是录错，会让期限显得已经办理。',
  mend: '改正日期；计划中的安排写入相应的计划项，办完以后再记录。',
  reads: ['today'],
  check(scope) {
    const drafts: FindingDraft[] = []
    eachText(scope.facts.documents, (holder, key, text, name) => {
      if (isDayOfFact(name) && isDate(text) && !hasCome(scope, text))
        drafts.push(at(holder, key, future(text, scope.today)))
    })
    return drafts
  },
  examples: {
    accept: [
      { title: '全部日期在今天以前', change: unchanged },
      {
        title: '当天发生的事',
        today: '2026-11-24',
        change: inCase((document) => {
          document.relatedProceedings = [{ kind: 'penalty', on: '2026-11-24' }]
        }),
      },
    ],
    reject: [
      {
        title: '核查日期在今天以后',
        finds: ['error - screening.checkedOn'],
        today: '2026-11-24',
        change: inScreening((screening) => {
          screening.checkedOn = '2026-11-25'
        }),
      },
    ],
  },
})

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

const future = (date: string, today: string) =>
  `日期 ${date} 晚于今天（${today}），尚未发生的事不能记为事实。请改正日期，或者办完以后再记录。`
