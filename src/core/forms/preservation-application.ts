import { claimantUnits } from '../facts/claimants.ts'
import type { Preservation } from '../facts/documents.ts'
import { suitsAgainst } from '../facts/suits.ts'
import { labelAt } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, blankLine, dateOrBlank, joinedNames, obligorNames } from './fields.ts'
import { accountOf, estimateOf, periodInWords } from './letter.ts'
import { partiesOf } from './litigants.ts'
import { partyWords } from './party-words.ts'

/** 保全申请书: of property, evidence or conduct, before or during a suit (`property/2026-03-02`). */
export const preservationApplication = defineForm({
  id: 'preservation-application',
  phase: 'court',
  signing: /^申请人（盖章）/,
  datedOn: ({ court }, subject) => court.preservations.find((each) => subjectOf(each) === subject)?.appliedOn,
  byHand: ['申请日期'],
  subjects: ({ facts }) => facts.court.preservations.map(subjectOf),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const asked = facts.court.preservations.find((each) => subjectOf(each) === subject)
    const { obligors = [], appliedOn } = asked ?? {}
    const path = `court.preservations${subject === null ? '' : `[${subject}]`}`
    const reason = need('事实和理由', asked?.reason, `${path}.reason`, 'preserve')
    const sides = { own: '申请人', other: '被申请人' }
    const words = partyWords(view, sides.other, obligors, appliedOn)
    const fields = {
      保全种类: asked ? kindOf(asked) : '',
      当事人: { paragraphs: partiesOf(view, sides, obligors, appliedOn, collector, words) },
      请求事项: words.shortened(
        asSentence(need('请求事项', asked?.description, `${path}.description`, 'preserve')),
      ),
      事实和理由: words.shortened({
        paragraphs: [
          accountOf(view, '事实和理由', collector),
          estimateOf(view),
          ...(asked ? why(view, asked, reason) : []),
        ].filter(Boolean),
      }),
      担保: asked && isBeforeSuit(view, asked) ? '担保材料' : '人民法院要求提供担保的，附担保材料',
      人民法院: need('人民法院', asked?.court, `${path}.court`, 'preserve'),
      申请人: joinedNames(claimantUnits(facts)),
      申请日期: dateOrBlank(appliedOn),
    }
    return collector.filled(fields)
  },
})

const subjectOf = ({ kind, appliedOn }: Preservation): string => `${kind}/${appliedOn}`

/** 财产保全, as the schema calls it. */
const kindOf = ({ kind }: Preservation): string => labelAt('court', ['preservations', 0, 'kind'], kind)

const aims: Readonly<Record<Preservation['kind'], string>> = {
  property: '保证生效裁判能够执行',
  evidence: '防止证据灭失或者以后难以取得',
  conduct: '防止损害继续发生或者扩大',
}

/** Whether nobody whose property, evidence or conduct is meant was sued by then: then security must be given. */
function isBeforeSuit({ facts }: CaseView, { obligors = [], appliedOn }: Preservation): boolean {
  return !obligors.some((id) =>
    suitsAgainst(facts, id).some(({ filedOn }) => filedOn !== undefined && filedOn <= appliedOn),
  )
}

/** Why it can't wait, whether it is asked for before a suit or during one, and what for (`preservation`). */
function why(view: CaseView, asked: Preservation, reason: string): string[] {
  const { obligors, kind } = asked
  const told = asSentence(reason) || blankLine
  const before = isBeforeSuit(view, asked)
  const period = periodInWords(view, 'preservation-suit') || '规定期限'
  const stage = before
    ? `申请人尚未起诉，将在人民法院采取保全措施后${period}内依法起诉`
    : `申请人已就本案对${obligorNames(view.facts, obligors ?? [])}提起诉讼`
  return [
    before ? `情况紧急，不立即申请保全将会使合法权益受到难以弥补的损害：${told}` : `申请保全的理由：${told}`,
    asSentence(`${stage}。为${aims[kind]}，特申请${kindOf(asked)}`),
  ]
}
