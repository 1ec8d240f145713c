import { columnsOf } from './define.ts'

const column = columnsOf('cases')

const day = '写成 2026-03-02。'

/** The columns from the agreement on. */
export const laterColumns = [
  column('signedOn', '签约日期', 'date', {
    matter: 'agreement-period',
    facts: ['agreements.agreements[].signedOn'],
    note: `签订赔偿协议的日期，${day}`,
    synonyms: [
      '签订日期',
      '协议签订日期',
      '签订协议日期',
      '签约时间',
      '协议日期',
      '协议签订时间',
      '签署日期',
      '签订协议时间',
      '赔偿协议签订日期',
      '签署协议日期',
    ],
  }),
  column('total', '赔偿总额', 'amount', {
    matter: 'agreement-contents',
    facts: ['agreements.agreements[].compensation.total', 'court.suits[].claimAmount'],
    note: '协议约定或者判决确定的赔偿总额。单位元，万元的写“12.5万元”。',
    synonyms: [
      '赔偿金额',
      '赔偿数额',
      '协议金额',
      '赔偿总金额',
      '协议赔偿金额',
      '赔偿款',
      '赔偿额',
      '赔偿协议金额',
    ],
  }),
  column('confirmationAppliedOn', '申请司法确认日期', 'date', {
    matter: 'confirmation',
    facts: ['court.confirmations[].appliedOn'],
    note: `向人民法院申请司法确认的日期，${day}`,
    synonyms: ['司法确认申请日期', '申请确认日期', '申请司法确认时间', '申请司法确认'],
  }),
  column('confirmedOn', '司法确认日期', 'date', {
    matter: 'confirmation',
    facts: ['court.confirmations[].ruledOn'],
    note: `人民法院裁定确认协议的日期，${day}`,
    synonyms: ['司法确认时间', '确认日期', '裁定日期', '司法确认裁定日期', '确认裁定日期', '司法确认'],
  }),
  column('suedOn', '起诉日期', 'date', {
    matter: 'suit',
    facts: ['court.suits[].filedOn'],
    note: `提起诉讼的日期，${day}`,
    synonyms: ['起诉时间', '提起诉讼日期', '诉讼日期', '提起诉讼时间'],
  }),
  column('judgedOn', '判决日期', 'date', {
    matter: 'suit',
    facts: ['court.suits[].judgedOn'],
    note: `一审裁判的日期，${day}`,
    synonyms: ['判决时间', '裁判日期', '宣判日期', '一审判决日期'],
  }),
  column('paymentDue', '付款期限', 'payments', {
    matter: 'performance-terms',
    facts: ['agreements.agreements[].payments[].dueOn', 'court.suits[].payments[].dueOn'],
    note: '约定或者判决的付款期限，如 2026-05-01；分期的写“2026-05-01 50000；2026-11-01 30000”。',
    synonyms: [
      '履行期限',
      '缴款期限',
      '付款截止日期',
      '约定付款日期',
      '应付日期',
      '支付期限',
      '赔偿款支付期限',
    ],
  }),
  column('payments', '付款日期和金额', 'payments', {
    matter: 'treasury',
    facts: ['payments.payments[].paidOn', 'payments.payments[].amount'],
    note: '已付的，写“2026-03-02 50000；2026-06-01 30000”；也可以在“付款”表里一行写一笔。',
    synonyms: [
      '付款情况',
      '缴款情况',
      '付款日期及金额',
      '到账情况',
      '赔偿款缴纳情况',
      '付款记录',
      '支付情况',
      '缴纳情况',
      '付款',
    ],
  }),
  column('restorationMode', '修复方式', 'choice', {
    matter: 'restoration',
    note: '原位修复、异地修复、劳务代偿、技改抵扣或者其他方式。',
    synonyms: ['修复类型', '修复形式', '生态修复方式', '履行方式', '责任承担方式'],
    list: { document: 'restoration', path: ['projects', 0, 'mode'] },
  }),
  column('restorationStartedOn', '修复启动日期', 'date', {
    matter: 'restoration-schedule',
    facts: ['restoration.projects[].startedOn'],
    note: `修复开工的日期，${day}`,
    synonyms: ['修复开始日期', '修复开工日期', '开工日期', '修复启动时间', '修复开始时间'],
  }),
  column('restorationDueOn', '修复期限', 'date', {
    matter: 'restoration-schedule',
    facts: ['agreements.agreements[].restoration', 'court.suits[].restoration'],
    note: `约定或者判决的修复完成期限，${day}`,
    synonyms: ['修复完成期限', '约定完成日期', '修复截止日期', '应完成日期'],
  }),
  column('completedOn', '完成日期', 'date', {
    matter: 'restoration-goal',
    facts: ['restoration.projects[].completedOn'],
    note: `修复完成的日期，${day}`,
    synonyms: ['修复完成日期', '完成时间', '完工日期', '修复完成时间', '竣工日期', '修复完工日期'],
  }),
  column('evaluatedOn', '评估日期', 'date', {
    matter: 'evaluation',
    facts: ['restoration.projects[].evaluations[].reportedOn'],
    note: `修复效果评估报告的日期，${day}`,
    synonyms: [
      '修复评估日期',
      '效果评估日期',
      '评估时间',
      '修复效果评估日期',
      '修复效果评估时间',
      '验收评估日期',
    ],
  }),
  column('disclosedOn', '公开日期', 'date', {
    matter: 'disclosure',
    facts: ['supervision.disclosures[].publishedOn'],
    note: `向社会公开协议（没有协议的，为裁判文书）的日期，${day}`,
    synonyms: ['信息公开日期', '公开时间', '公示日期', '信息公开时间'],
  }),
  column('terminatedOn', '终止日期', 'date', {
    matter: 'termination',
    facts: ['closing.terminations[].decidedOn', 'screening.notInitiate.decidedOn'],
    note: `终止索赔（没有启动的，不启动索赔）决定的日期，${day}`,
    synonyms: ['终止索赔日期', '终止时间', '索赔终止日期', '终止索赔时间', '不启动日期'],
  }),
  column('terminationGround', '终止原因', 'choice', {
    matter: 'termination',
    note: '终止（不启动）的情形，可从下拉列表选；其他情形写“其他：原因”。',
    synonyms: ['终止理由', '终止情形', '终止索赔原因', '不启动原因', '不启动理由', '终止索赔理由'],
    list: { document: 'closing', path: ['terminations', 0, 'ground'] },
  }),
  column('closedOn', '结案日期', 'date', {
    matter: 'one-case-one-file',
    facts: ['closing.closed.closedOn'],
    note: `结案的日期，${day}`,
    synonyms: ['结案时间', '办结日期', '办结时间', '销案日期'],
  }),
  column('archivedOn', '归档日期', 'date', {
    matter: 'one-case-one-file',
    facts: ['closing.closed.archivedOn'],
    note: `案卷归档的日期，${day}`,
    synonyms: ['归档时间', '档案移交日期', '立卷日期'],
  }),
  column('handlingUnit', '承办单位', 'text', {
    matter: 'obligee',
    note: '承办本案的部门或者机构；留空的为本库的承办单位。',
    synonyms: ['办案单位', '承办部门', '承办机构', '办理单位', '责任部门', '主办单位', '索赔部门'],
  }),
  column('officers', '承办人', 'people', {
    matter: 'one-case-one-file',
    note: '办案人员姓名，几人的用“；”分开。',
    synonyms: ['办案人员', '经办人', '承办人员', '办案人', '主办人', '案件承办人', '负责人', '联系人'],
  }),
  column('remarks', '备注', 'text', {
    matter: 'one-case-one-file',
    note: '其他需要说明的情况。',
    synonyms: ['说明', '备注说明', '其他', '备注栏'],
  }),
] as const
