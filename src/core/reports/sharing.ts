import type { ConfigDocument } from '../facts/documents.ts'
import { stageTitle } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { isHandledIn, moneyWithin } from './annual-case.ts'
import {
  claimedObligorNames,
  departmentOf,
  fromEach,
  maskedRow,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportPeriod,
} from './report.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '案件编号', width: 11 },
  { key: 'title', title: '案件名称', width: 16 },
  { key: 'place', title: '损害地点', width: 14 },
  { key: 'obligors', title: '赔偿义务人', width: 14 },
  { key: 'department', title: '主管部门', width: 10 },
  { key: 'stage', title: '目前阶段', width: 8 },
  { key: 'agreed', title: '协议金额（元）', width: 10 },
  { key: 'paid', title: '到账金额（元）', width: 10 },
  { key: 'contact', title: '承办人', width: 13 },
]

type Contact = NonNullable<ConfigDocument['contacts']>[number]

/**
 * 案件信息共享清单: the cases that the office handled in a year (`2026`), for the departments that share information.
 * Personal data of the obligors are masked; the contacts are the officer of each case and the liaison officers of
 * ejc.yaml.
 */
export function sharingReport(
  views: Iterable<CaseView>,
  year: string,
  contacts: readonly Contact[] = [],
): Report {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const handled = fromEach(views, (view) => (isHandledIn(view, span) ? [row(view)] : []))
  return {
    report: 'sharing',
    title: '生态环境损害赔偿案件信息共享清单',
    period: year,
    matter: 'information-sharing',
    columns,
    rows: handled,
    totals: [
      { title: '案件', value: handled.length },
      ...contacts.map((contact) => ({ title: '联络员', value: contactText(contact) })),
      ...(contacts.length
        ? []
        : [
            {
              title: '联络员',
              value: '没有登记：ejc init --set contacts.0.name=姓名 --set contacts.0.phone=电话',
            },
          ]),
    ],
  }
}

/** Every year: the figures of a case so far. */
const ALL_TIME: ReportPeriod = { from: '0001-01-01', to: '9999-12-31' }

function row(view: CaseView): ReportCell[] {
  const { facts, stage } = view
  const { agreed, paid } = moneyWithin(view, ALL_TIME)
  return [
    ...maskedRow(view, [
      facts.id,
      facts.case.title,
      facts.case.damage.location ?? null,
      claimedObligorNames(view) || '尚未确定',
      departmentOf(view),
      stageTitle(facts, stage.case),
      agreed || null,
      paid || null,
    ]),
    (facts.case.officers ?? []).map(({ name, phone = '' }) => `${name} ${phone}`.trim()).join('\n'),
  ]
}

/** A person of an office with the telephone number, which offices share with each other. */
function contactText({ name, unit, post, phone }: Contact): string {
  const details = [unit, post, phone].filter((detail) => detail !== undefined)
  return details.length ? `${name}（${details.join('，')}）` : name
}
