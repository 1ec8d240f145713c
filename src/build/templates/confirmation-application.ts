import type { Document, Table } from 'docx'
import { form, formCell, formRow, formTable, numberedSection, styledParagraph, textWidth } from './layout.ts'
import { seal } from './letter.ts'
import { style } from './styles.ts'

const applicants = (): Table => {
  const lines = (...texts: string[]) =>
    formRow(579, [
      formCell(
        textWidth,
        texts.map((text) => styledParagraph(style.opening, text)),
      ),
    ])
  return formTable(
    [textWidth],
    [
      lines(
        '申请人（赔偿义务人）：{{单位.名称}}',
        '统一社会信用代码：{{单位.统一社会信用代码}}',
        '法定代表人（负责人）：{{单位.法定代表人（负责人）}}',
        '地址（联系方式）：{{单位.地址（联系方式）}}',
      ),
      lines(
        '{{提示：（赔偿义务人是自然人的按如下填写）}}申请人（赔偿义务人）：{{自然人.姓名}}',
        '身份证号码：{{自然人.身份证号码}}',
        '工作单位或职业：{{自然人.工作单位或职业}}',
        '住址（联系方式）：{{自然人.住址（联系方式）}}',
      ),
    ],
    false,
  )
}

/** 司法确认申请书（确认赔偿协议效力）: form 6 of the annex. */
export const confirmationApplication = (): Document =>
  form('司法确认申请书', [
    numberedSection([
      styledParagraph(style.title, '司法确认申请书'),
      styledParagraph(style.subtitle, '（确认赔偿协议效力）'),
      styledParagraph(style.opening, '申请人（赔偿权利人或其指定的部门、机构）：{{申请人}}'),
      styledParagraph(style.opening, '统一社会信用代码：{{申请人统一社会信用代码}}'),
      styledParagraph(style.opening, '法定代表人：{{申请人法定代表人}}'),
      styledParagraph(style.opening, '地址（联系方式）：{{申请人地址（联系方式）}}'),
      applicants(),
      styledParagraph(style.heading, '请求事项：'),
      styledParagraph(
        style.body,
        '确认申请人{{申请人}}与{{赔偿义务人}}于{{签订日期}}达成的{{协议名称}}生态环境损害赔偿协议有效。',
      ),
      styledParagraph(style.heading, '事实和理由：'),
      styledParagraph(
        style.body,
        '{{签订日期}}，申请人{{申请人}}与{{赔偿义务人}}经磋商，达成了如下协议：{{提示：（写明赔偿协议内容）。}}',
        { keepNext: true },
      ),
      styledParagraph(style.body, '{{赔偿协议内容}}'),
      styledParagraph(
        style.body,
        '申请人根据《生态环境损害赔偿制度改革方案》和{{实施方案、办法}}{{提示：（各地方赔偿权利人发布的实施方案、办法等）}}的规定，' +
          '为实现受损生态环境的修复和赔偿自愿达成协议，没有恶意串通、规避法律的行为。',
        { keepNext: true },
      ),
      styledParagraph(style.body, '此致', { keepNext: true }),
      styledParagraph(style.opening, '{{人民法院}}', { keepNext: true }),
      styledParagraph(style.body, '附：赔偿协议及证明等材料', { keepNext: true, before: 579 }),
      ...seal(['申请人（签名或者盖章）', '{{申请日期}}']),
    ]),
  ])
