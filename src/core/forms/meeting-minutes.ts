import { claimantUnits } from '../facts/claimants.ts'
import type { Meeting, MeetingRecord } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { roundOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { ordinal } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asWritten,
  blankLine,
  dateOrBlank,
  type FieldCollector,
  joinedNames,
  labelled,
  obligorNames,
  presentParts,
} from './fields.ts'

/** 磋商会议纪要: one for each meeting (`1/2`), with the steps that were held. */
export const meetingMinutes = defineForm({
  id: 'meeting-minutes',
  phase: 'consultation',
  signedAt: 'consultation.rounds.meetings',
  madeOn: (facts, subject) => {
    const [number = '', which = ''] = (subject ?? '').split('/')
    return roundOf(facts, Number(number))?.meetings?.find((each) => each.number === Number(which))?.heldOn
  },
  signing: /^赔偿权利人一方（签名）/,
  subjects: ({ facts }) =>
    facts.rounds.flatMap(({ round, meetings }) => (meetings ?? []).map(({ number }) => `${round}/${number}`)),
  fill: (view, subject) => {
    const [number = '', which = ''] = (subject ?? '').split('/')
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const round = roundOf(facts, Number(number))
    const meeting = round?.meetings?.find((each) => each.number === Number(which))
    const path = `consultation.rounds[${number}].meetings[${which}]`
    const panel = meeting?.panel ?? round?.notice?.panel
    const fields = {
      案件名称: facts.case.title,
      会议次数: meeting ? `第${number}轮磋商第${meeting.number}次会议` : '',
      会议日期: need('会议日期', dateOrBlank(meeting?.heldOn), `${path}.heldOn`, 'meet'),
      会议地点: need('会议地点', meeting?.place ?? round?.notice?.meeting?.place, `${path}.place`, 'meet'),
      主持人: meeting?.chair ?? '',
      记录人: meeting?.recorder ?? '',
      参加人员: { paragraphs: attendance(facts, meeting, panel) },
      会议情况: { paragraphs: proceedings(view, meeting?.record, path, collector) },
      到会义务人: { rows: placesOf(facts, meeting) },
      会议结果: need('会议结果', meeting && meetingResult(facts, meeting), `${path}.outcome`, 'meet'),
    }
    return collector.filled(fields)
  },
})

function attendance(
  facts: Facts,
  meeting: Meeting | undefined,
  panel: readonly string[] | undefined,
): string[] {
  const named = (ids: readonly string[] | undefined) => obligorNames(facts, ids ?? [])
  return presentParts(
    labelled('赔偿权利人一方', joinedNames([...claimantUnits(facts), ...(panel ?? [])])),
    labelled('联合办案部门', jointTeam(facts.case.jurisdiction)),
    labelled('赔偿义务人', named(meeting?.attended)),
    labelled('未到会', named(meeting?.absent)),
    labelled('请假', named(meeting?.excused)),
    labelled('中途退出', named(meeting?.withdrew)),
    labelled('受邀、旁听', joinedNames(meeting?.guests)),
  )
}

/** Where the obligors sign, each that came; one place without a name where nobody is named yet. */
function placesOf(facts: Facts, meeting: Meeting | undefined): Record<'名称', string>[] {
  const came = facts.obligors.filter(({ id }) => meeting?.attended?.includes(id))
  return came.length ? came.map(({ name }) => ({ 名称: name })) : [{ 名称: '' }]
}

/** Where each step of the meeting (`meeting-procedure`) is recorded. */
const recordKeys: Readonly<Record<string, keyof MeetingRecord>> = {
  statement: 'claimant',
  appraisal: 'appraisal',
  response: 'obligors',
  negotiation: 'negotiation',
  answers: 'answers',
}

/** The steps that were held, which are those on record; before anything is recorded, all of them with a line each. */
function proceedings(
  { regulation }: CaseView,
  record: MeetingRecord | undefined,
  path: string,
  { need }: FieldCollector,
): string[] {
  const steps = regulation.list('agenda').flatMap(({ code, label, short }) => {
    const key = recordKeys[code]
    return key === undefined ? [] : [{ key, title: short ?? label, said: record?.[key] }]
  })
  const held = steps.filter(({ said }) => said?.trim())
  return (held.length ? held : steps).flatMap(({ key, title, said }, index) => {
    need(title, said, `${path}.record.${key}`, 'meet')
    const [first = '', ...others] = asWritten(said)
    return [`（${ordinal(index)}）${title}：${first || blankLine}`, ...others]
  })
}

/** The result of the meeting: who agreed, and who has not agreed yet. */
function meetingResult(facts: Facts, meeting: Meeting): string {
  const { outcome, attended = [], agreedWith = [], failedWith = [] } = meeting
  if (outcome === 'continued') return '本次会议未达成一致意见，继续磋商。'
  if (outcome === 'failed') {
    const who = failedWith.length ? `与${obligorNames(facts, failedWith)}` : ''
    return `本次会议${who}未达成一致意见，磋商终结。`
  }
  if (outcome !== 'agreed') return ''
  const others = attended.filter((id) => !agreedWith.includes(id))
  return presentParts(
    `经磋商，${joinedNames(claimantUnits(facts))}与${obligorNames(facts, agreedWith)}达成一致意见，商定依法签署赔偿协议。`,
    others.length ? `与${obligorNames(facts, others)}未达成一致意见。` : '',
  ).join('')
}
