import { columnsOf } from './define.ts'

const obligor = columnsOf('obligors')
const payment = columnsOf('payments')

const day = '写成 2026-03-02。'

const number = {
  matter: 'one-case-one-file',
  note: '“案件”表里的编号，说明这一行属于哪一件。',
  synonyms: ['案件编号', '案号', '台账编号', '登记编号', '立案号'],
} as const

/** The sheet 义务人, one row an obligor. */
export const obligorColumns = [
  obligor('number', '编号', 'text', number),
  obligor('name', '义务人', 'text', {
    matter: 'obligor',
    note: '单位全称或者自然人姓名，一行一个，必填。',
    synonyms: ['赔偿义务人', '义务人名称', '名称', '姓名', '名称姓名', '赔偿义务人名称', '责任人', '当事人'],
  }),
  obligor('kind', '类型', 'choice', {
    matter: 'obligor',
    note: '单位或者自然人。',
    synonyms: ['类别', '义务人类型', '义务人类别', '主体类型'],
    list: { document: 'case', path: ['obligors', 0, 'kind'] },
  }),
  obligor('certificateKind', '证件类型', 'choice', {
    matter: 'obligor',
    note: '没有统一社会信用代码、公民身份号码的，选明证件。',
    synonyms: ['证件种类', '证件名称'],
    list: { document: 'case', path: ['obligors', 0, 'identity', 'kind'] },
  }),
  obligor('certificate', '证件号码', 'ids', {
    matter: 'obligor',
    note: '统一社会信用代码或者公民身份号码；单元格先设为文本格式，否则末几位会丢失。',
    synonyms: [
      '统一社会信用代码',
      '身份证号',
      '身份证号码',
      '公民身份号码',
      '社会信用代码',
      '信用代码',
      '证件号',
    ],
  }),
  obligor('representative', '法定代表人', 'text', {
    matter: 'obligor',
    note: '单位的法定代表人或者负责人。',
    synonyms: ['法人代表', '法定代表人负责人', '负责人', '法人'],
  }),
  obligor('address', '住所', 'text', {
    matter: 'obligor',
    note: '单位地址或者自然人住址。',
    synonyms: ['地址', '住址', '住所地', '联系地址'],
  }),
  obligor('phone', '电话', 'text', {
    matter: 'obligor',
    note: '单元格先设为文本格式。',
    synonyms: ['联系电话', '联系方式', '手机', '电话号码', '手机号'],
  }),
  obligor('notifiedOn', '告知日期', 'date', {
    matter: 'consultation-notice',
    note: `制发磋商告知书的日期，${day}`,
    synonyms: ['告知书日期', '磋商告知日期', '告知时间'],
  }),
  obligor('servedOn', '送达日期', 'date', {
    matter: 'consultation-period',
    note: `告知书送达该义务人的日期，${day}`,
    synonyms: ['告知书送达日期', '送达时间', '签收日期'],
  }),
  obligor('serviceMethod', '送达方式', 'choice', {
    matter: 'service-methods',
    note: '可从下拉列表选。',
    synonyms: ['送达形式'],
    list: { document: 'consultation', path: ['rounds', 0, 'services', 0, 'method'] },
  }),
  obligor('share', '赔偿份额', 'amount', {
    matter: 'agreement-contents',
    note: '该义务人承担的金额。单位元，万元的写“12.5万元”。',
    synonyms: ['份额', '责任份额', '赔偿金额', '承担金额', '分担金额'],
  }),
] as const

/** The sheet 付款, one row a payment. */
export const paymentColumns = [
  payment('number', '编号', 'text', number),
  payment('payer', '义务人', 'text', {
    matter: 'treasury',
    note: '谁付的；只有一个义务人的可以留空。',
    synonyms: ['付款人', '缴款人', '赔偿义务人', '付款义务人'],
  }),
  payment('paidOn', '付款日期', 'date', {
    matter: 'treasury',
    note: `到账的日期，${day}`,
    synonyms: ['缴款日期', '到账日期', '付款时间', '缴款时间', '支付日期'],
  }),
  payment('amount', '金额', 'amount', {
    matter: 'treasury',
    note: '实付金额。单位元，万元的写“12.5万元”。',
    synonyms: ['付款金额', '缴款金额', '到账金额', '实付金额', '支付金额'],
  }),
  payment('voucher', '凭证', 'text', {
    matter: 'treasury',
    note: '缴款书、回单的编号或者名称。',
    synonyms: ['凭证号', '付款凭证', '票据号', '缴款书号', '凭证编号'],
  }),
] as const
