import type { Document, Table, TableRow } from 'docx'
import {
  cell,
  form,
  numberedSection,
  paragraph,
  row,
  table,
  tableEnd,
  tableTitle,
  textWidth,
} from './layout.ts'
import { style } from './styles.ts'

// Form 1 of the annex. Column edges serve two rows of different division: 编号, and 原编号 in form 3, need more room
// than 职务.
const columns = [2120, 2460, 325, 960, 800, 2180] as const
const [labelWidth, sublabelWidth, narrow, numberLabel, postLabel, postWidth] = columns

// What the annex explains in brackets under a label stands smaller.
const label = (lines: string[], keepNext = false) => {
  const note = lines.findIndex((text) => text.startsWith('（') && !text.endsWith('）'))
  return lines.map((text, index) =>
    paragraph(note >= 0 && index >= note ? style.labelNote : style.label, text, { keepNext }),
  )
}
const value = (text: string, keepNext = false) => [paragraph(style.cell, text, { keepNext })]

/** The rows 案件来源, 编号 and 案由. */
export const headRows = (numberTitle: string): TableRow[] => [
  row(450, [
    cell(labelWidth, label(['案件来源'])),
    cell(sublabelWidth + narrow, value('{{案件来源}}'), { span: 2 }),
    cell(numberLabel, label([numberTitle])),
    cell(postLabel + postWidth, value(`{{${numberTitle}}}`), { span: 2 }),
  ]),
  row(450, [cell(labelWidth, label(['案由'])), cell(textWidth - labelWidth, value('{{案由}}'), { span: 5 })]),
]

/** The block of one 赔偿义务人, repeated for each of them; its rows stay on one page. */
export const obligorRows = (): TableRow[] => {
  const single = (merge: 'restart' | 'continue', titles: string[], text: string): TableRow =>
    row(450, [
      cell(labelWidth, label([merge === 'restart' ? '赔 偿 义 务 人' : ''], true), { merge }),
      cell(sublabelWidth, label(titles, true)),
      cell(textWidth - labelWidth - sublabelWidth, value(text, true), { span: 4 }),
    ])
  return [
    single('restart', ['名称（姓名）'], '{{义务人.名称（姓名）}}'),
    single('continue', ['地址（住址）'], '{{义务人.地址（住址）}}'),
    single(
      'continue',
      ['统一社会信用代码', '（公民身份证号码）'],
      '{{义务人.统一社会信用代码（公民身份证号码）}}',
    ),
    row(450, [
      cell(labelWidth, label(['']), { merge: 'continue' }),
      cell(sublabelWidth, label(['法定代表人', '（负责人）'])),
      cell(narrow + numberLabel, value('{{义务人.法定代表人（负责人）}}'), { span: 2 }),
      cell(postLabel, label(['职 务'])),
      cell(postWidth, value('{{义务人.职务}}')),
    ]),
  ]
}

/** A row of prose with the signature under it, on one page with it unless the prose alone fills more than that. */
export const signedRow = (
  height: number,
  title: string[],
  field: string,
  signer: { readonly label: string; readonly name: string; readonly date: string },
  withNext = false,
): TableRow =>
  row(height, [
    cell(labelWidth, label(title, withNext)),
    cell(
      textWidth - labelWidth,
      [
        paragraph(style.prose, `{{${field}}}`, { keepNext: true }),
        paragraph(style.cellSignature, `${signer.label}：{{${signer.name}}}`, {
          keepNext: true,
          before: 200,
        }),
        paragraph(style.cellSignature, `{{${signer.date}}}`, { keepNext: withNext }),
      ],
      { span: 5 },
    ),
  ])

/** The two opinions and 备注, the same in forms 1 and 3: together, as a page of one of them would look torn off. */
export const opinionRows = (): TableRow[] => [
  signedRow(
    1600,
    ['机构负责人', '意　见', '（具体承担工作单', '位的内设承担部', '门，比如法规处）'],
    '机构负责人意见',
    { label: '签字', name: '机构负责人签字', date: '机构负责人签字日期' },
    true,
  ),
  signedRow(
    1600,
    ['部门负责人', '意　见', '（权利人指定的', '部门或机构，比如', '生态环境厅）'],
    '部门负责人意见',
    { label: '签字', name: '部门负责人签字', date: '部门负责人签字日期' },
    true,
  ),
  row(450, [cell(labelWidth, label(['备注'])), cell(textWidth - labelWidth, value('{{备注}}'), { span: 5 })]),
]

/** The grid that forms 1 and 3 share. */
export const registerTable = (rows: TableRow[]): Table => table(columns, rows)

/** 索赔启动登记表: form 1 of the annex. */
export const initiationRegister = (): Document =>
  form('索赔启动登记表', [
    numberedSection([
      tableTitle('索赔启动登记表'),
      registerTable([
        ...headRows('编号'),
        ...obligorRows(),
        signedRow(2600, ['案情简介及', '启动索赔理由'], '案情简介及启动索赔理由', {
          label: '经办人',
          name: '经办人',
          date: '经办日期',
        }),
        ...opinionRows(),
      ]),
      tableEnd(),
    ]),
  ])
