import { claimantsOf, claimantUnits } from '../../facts/claimants.ts'
import { fenOf } from '../../facts/money.ts'
import { clueOn } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { amountInFull } from '../amounts.ts'
import { damageDays, dateOrBlank, joinedNames } from '../fields.ts'
import { type CommonGroup, recordedBy } from './define.ts'

/** An amount in figures and capitals; undefined where none is on record. */
function amountText(yuan: string | undefined): string | undefined {
  return yuan === undefined ? undefined : amountInFull(fenOf(yuan))
}

/** The label of a code in a list of the law; undefined where the case says none. */
export function labelIn({ regulation }: CaseView, list: string, code: string | undefined) {
  return code === undefined ? undefined : regulation.label(list, code)
}

export const caseGroup: CommonGroup = {
  title: '案件和承办单位',
  fields: [
    ...recordedBy(
      'new',
      ['案件编号', '案件库里的编号', 'case.id', ({ facts }) => facts.id],
      ['案件名称', '案件的名称', 'case.title', ({ facts }) => facts.case.title],
      ['案由', '案由', 'case.cause', ({ facts }) => facts.case.cause],
      ['案情摘要', '案情，一段', 'case.summary', ({ facts }) => facts.case.summary],
      [
        '承办单位',
        '办理本案的单位',
        'case.jurisdiction.handlingUnit',
        ({ facts }) => facts.case.jurisdiction.handlingUnit,
      ],
      [
        '赔偿权利人',
        '赔偿权利人，几个的并列',
        'case.jurisdiction.obligee',
        ({ facts }) => joinedNames(claimantsOf(facts.case.jurisdiction).map(({ name }) => name)),
      ],
      [
        '索赔单位',
        '代表赔偿权利人办理、签字的单位，几个的并列',
        'case.jurisdiction.handlingUnit',
        ({ facts }) => joinedNames(claimantUnits(facts)),
      ],
      ['备注', '案件的备注', 'case.remarks', ({ facts }) => facts.case.remarks],
    ),
    ...recordedBy(
      'init',
      ['单位名称', '本单位名称', 'config.unit.name', ({ config }) => config.unit?.name],
      [
        '单位代码',
        '本单位统一社会信用代码',
        'config.unit.creditCode',
        ({ config }) => config.unit?.creditCode,
      ],
      ['单位地址', '本单位地址', 'config.unit.address', ({ config }) => config.unit?.address],
      ['单位电话', '本单位电话', 'config.unit.phone', ({ config }) => config.unit?.phone],
      [
        '单位负责人',
        '本单位负责人的姓名',
        'config.unit.representative.name',
        ({ config }) => config.unit?.representative?.name,
      ],
      [
        '单位负责人职务',
        '本单位负责人的职务',
        'config.unit.representative.post',
        ({ config }) => config.unit?.representative?.post,
      ],
    ),
  ],
}

export const clueGroup: CommonGroup = {
  title: '线索和损害',
  fields: recordedBy(
    'new',
    [
      '线索来源',
      '线索渠道',
      'case.clue.channel',
      (view) => labelIn(view, 'channels', view.facts.case.clue.channel),
    ],
    ['线索文号', '来文、来信的名称或者文号', 'case.clue.reference', ({ facts }) => facts.case.clue.reference],
    ['线索日期', '发现或者收到线索的日期', 'case.clue.receivedOn', ({ facts }) => dateOrBlank(clueOn(facts))],
    ['线索内容', '线索反映的情况', 'case.clue.description', ({ facts }) => facts.case.clue.description],
    [
      '损害发生时间',
      '损害发生的日期，或者起止日期',
      'case.damage.occurredFrom',
      ({ facts }) => damageDays(facts.case.damage),
    ],
    ['损害地点', '损害发生地', 'case.damage.location', ({ facts }) => facts.case.damage.location],
    ['损害情况', '损害的情况', 'case.damage.description', ({ facts }) => facts.case.damage.description],
    [
      '损害类型',
      '损害的类型',
      'case.damage.kind',
      (view) => labelIn(view, 'damageKinds', view.facts.case.damage.kind),
    ],
    [
      '受损环境要素',
      '大气、地表水、土壤等，几个的并列',
      'case.damage.media',
      (view) => joinedNames(view.facts.case.damage.media?.map((code) => labelIn(view, 'media', code))),
    ],
    [
      '估算损害数额',
      '初步估算的损害数额，数字和大写',
      'case.damage.estimatedLoss',
      ({ facts }) => amountText(facts.case.damage.estimatedLoss),
    ],
  ),
}

export const investigationGroup: CommonGroup = {
  title: '核查、启动、调查',
  fields: [
    ...recordedBy(
      'screen',
      [
        '核查日期',
        '初步核查的日期',
        'screening.checkedOn',
        ({ facts }) => dateOrBlank(facts.screening?.checkedOn),
      ],
      [
        '核查人',
        '初步核查的人员',
        'screening.officers',
        ({ facts }) => joinedNames(facts.screening?.officers),
      ],
      ['核查方式', '初步核查的方式', 'screening.method', ({ facts }) => facts.screening?.method],
      ['核查情况', '初步核查的情况', 'screening.findings', ({ facts }) => facts.screening?.findings],
    ),
    ...recordedBy(
      'initiate',
      [
        '启动日期',
        '启动索赔的日期',
        'investigation.initiation.initiatedOn',
        ({ facts }) => dateOrBlank(facts.investigation?.initiation?.initiatedOn),
      ],
      [
        '启动文号',
        '索赔启动登记表的编号',
        'investigation.initiation.number',
        ({ facts }) => facts.investigation?.initiation?.number,
      ],
      [
        '启动理由',
        '启动索赔的理由',
        'investigation.initiation.reason',
        ({ facts }) => facts.investigation?.initiation?.reason,
      ],
    ),
    ...recordedBy(
      'log-investigation',
      [
        '调查人员',
        '调查人员，几个的并列',
        'investigation.process.investigators',
        ({ facts }) => joinedNames(facts.investigation?.process?.investigators),
      ],
      [
        '调查范围',
        '调查的范围',
        'investigation.process.scope',
        ({ facts }) => facts.investigation?.process?.scope,
      ],
    ),
    ...recordedBy(
      'record-facts',
      [
        '查明事实',
        '调查查明的事实，一项一段',
        'investigation.facts',
        ({ facts }) => facts.investigation?.facts?.map(({ statement }) => statement).join('\n'),
      ],
      [
        '法律依据',
        '承担责任的法律依据，一项一段',
        'investigation.legalBasis',
        ({ facts }) => facts.investigation?.legalBasis?.join('\n'),
      ],
    ),
    ...recordedBy(
      'conclude',
      [
        '调查结论日期',
        '形成调查结论的日期',
        'investigation.conclusion.concludedOn',
        ({ facts }) => dateOrBlank(facts.investigation?.conclusion?.concludedOn),
      ],
      [
        '调查结论',
        '调查结论的理由',
        'investigation.conclusion.reason',
        ({ facts }) => facts.investigation?.conclusion?.reason,
      ],
      [
        '处理建议',
        '调查部门的处理建议',
        'investigation.conclusion.proposal',
        ({ facts }) => facts.investigation?.conclusion?.proposal,
      ],
    ),
  ],
}
