import type { Document, Table } from 'docx'
import { form, formCell, formRow, formTable, numberedSection, styledParagraph, textWidth } from './layout.ts'
import { seal } from './letter.ts'
import { style } from './styles.ts'

const respondents = (): Table => {
  const lines = [
    '被申请人名称或姓名：{{被申请人.名称或姓名}}',
    '地址（联系方式）：{{被申请人.地址（联系方式）}}',
    // A natural person has none: its line is left out, as in the other papers.
    '{{?被申请人.法定代表人（负责人）}}法定代表人（负责人）：{{被申请人.法定代表人（负责人）}}',
  ]
  return formTable(
    [textWidth],
    [
      formRow(579, [
        formCell(
          textWidth,
          lines.map((text) => styledParagraph(style.opening, text)),
        ),
      ]),
    ],
    false,
  )
}

/** 强制执行申请书（经司法确认的赔偿协议）: form 7 of the annex. */
export const enforcementApplication = (): Document =>
  form('强制执行申请书', [
    numberedSection([
      styledParagraph(style.title, '强制执行申请书'),
      styledParagraph(style.subtitle, '（经司法确认的赔偿协议）'),
      styledParagraph(style.opening, '申请人名称：{{申请人名称}}'),
      styledParagraph(style.opening, '地址（联系方式）：{{申请人地址（联系方式）}}'),
      styledParagraph(style.opening, '法定代表人：{{申请人法定代表人}}'),
      styledParagraph(
        style.opening,
        '委托代理人（姓名、工作单位及职务）：{{委托代理人（姓名、工作单位及职务）}}',
      ),
      styledParagraph(style.opening, '联系方式：{{联系方式}}'),
      respondents(),
      styledParagraph(
        style.body,
        '对{{案件名称}}（{{损害名称}}生态环境损害赔偿）一案，我单位{{调查日期}}，开展生态环境损害调查，查明事实{{查明事实}}。' +
          '{{磋商经过}}，双方协商一致达成{{协议名称}}赔偿协议，并于{{申请确认日期}}向{{人民法院}}申请司法确认。' +
          '{{人民法院}}予以司法确认（司法确认文书号{{司法确认文书号}}）。' +
          '赔偿义务人{{赔偿义务人}}在司法确认的赔偿协议规定期限内{{未履行}}{{赔偿或者开展修复}}。' +
          '由于赔偿义务人{{赔偿义务人}}{{一直未履行}}{{赔偿或者修复}}义务,' +
          // The number brings its own 号.
          '因此申请法院强制执行已生效的{{生效文书号}}司法确认文书。',
      ),
      styledParagraph(style.heading, '请求事项：'),
      styledParagraph(style.body, '{{请求事项}}'),
      styledParagraph(style.heading, '履行情况：'),
      styledParagraph(style.body, '{{履行情况}}', { keepNext: true }),
      styledParagraph(style.body, '此致', { keepNext: true }),
      styledParagraph(style.opening, '{{执行人民法院}}', { keepNext: true }),
      styledParagraph(style.body, '附：司法确认赔偿协议', { keepNext: true, before: 579 }),
      ...seal(['赔偿权利人指定的部门或机构（盖章）', '{{申请日期}}'], { wide: true }),
    ]),
  ])
