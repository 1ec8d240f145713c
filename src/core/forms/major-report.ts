import { compare, earliest } from '../calendar/dates.ts'
import { cluesOf } from '../facts/clues.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  joinedNames,
  labelled,
  presentParts,
} from './fields.ts'
import { accountOf, estimateOf, letterFields } from './letter.ts'

/** 重大案件报告: at initiation, to the leading-group office and the superior department; one a case. */
export const majorReport = defineForm({
  id: 'major-report',
  phase: 'supervision',
  signing: 'office',
  numberedBy: { step: 'report-major', key: 'document' },
  datedOn: ({ supervision }) => earliest(...(supervision.major?.reports ?? []).map(({ on }) => on)),
  subjects: ({ facts }) => (facts.supervision.major?.grounds?.length ? [null] : []),
  fill: (view, _, now) => {
    const collector = collectFields()
    const { need } = collector
    const { facts, regulation } = view
    const { major } = facts.supervision
    const grounds = (major?.grounds ?? []).map((code) => regulation.label('majorGrounds', code))
    const [first] = (major?.reports ?? []).toSorted((a, b) => compare(a.on, b.on))
    const fields = {
      ...letterFields(view, first?.on, first?.document),
      收文机关: addressees(now, collector),
      依据: basisOf(view, { local: 'major-report', otherwise: '重大案件督办工作的需要' }, collector),
      基本情况: { paragraphs: situation(view, collector) },
      重大案件类型: need('重大案件类型', grounds.join('；'), 'supervision.major.grounds', 'mark-major'),
      启动情况: initiated(view, collector),
    }
    return collector.filled(fields)
  },
})

/** Both offices to which the report must go: those on record, or those of the configuration. */
function addressees({ facts, config }: CaseView, { need }: FieldCollector): string {
  const { reports = [], supervisingUnit } = facts.supervision.major ?? {}
  const told = [...new Set(reports.map(({ to }) => to))]
  if (told.length > 1) return joinedNames(told)
  const office = config.reformOffice ?? told.at(0)
  const superior = config.superiorOffice ?? supervisingUnit
  return joinedNames([
    need('收文机关（领导小组办公室）', office, 'config.reformOffice', 'init'),
    need('收文机关（上级主管部门）', superior, 'config.superiorOffice', 'init'),
  ])
}

function situation(view: CaseView, collector: FieldCollector): string[] {
  const { facts, regulation } = view
  const { damage } = facts.case
  const sources = cluesOf(facts).map(({ foundOn, receivedOn, channel, reference }) =>
    presentParts(dateOrBlank(foundOn ?? receivedOn), regulation.label('channels', channel), reference).join(
      '，',
    ),
  )
  return presentParts(
    labelled('案件来源', sources.join('；')),
    accountOf(view, '基本情况', collector),
    labelled('损害地点', damage.location),
    labelled('联合办案', jointTeam(facts.case.jurisdiction)),
    labelled('赔偿义务人', joinedNames(claimedObligors(facts).map(({ name }) => name))),
    estimateOf(view),
  )
}

function initiated({ facts }: CaseView, { need }: FieldCollector): string {
  const { initiatedOn, number, reason } = facts.investigation?.initiation ?? {}
  const on = need('启动情况', dateOrBlank(initiatedOn), 'investigation.initiation', 'initiate')
  const began = `${on}，我单位立案启动索赔程序${number ? `（${number}）` : ''}`
  return on ? asSentence(began) + (reason ? asSentence(`启动理由：${reason}`) : '') : ''
}
