import type { Document, Table } from 'docx'
import { formHeadings, isChiefHeading, signaturesBegin } from '../../core/regulation/agreement-form.ts'
import {
  coverSection,
  form,
  formCell,
  formRow,
  formTable,
  numberedSection,
  styledParagraph,
  tableEnd,
  textWidth,
} from './layout.ts'
import { placeBelow, placeLines, signingTable } from './signing.ts'
import { linePitch, style } from './styles.ts'

const cover = () => {
  const labelWidth = 2080
  const line = (label: string, text: string) =>
    formRow(linePitch, [
      formCell(labelWidth, [styledParagraph(style.coverLine, label)], { top: true }),
      formCell(textWidth - labelWidth, [styledParagraph(style.coverLine, text)], { top: true }),
    ])
  return coverSection([
    styledParagraph(style.coverTitle, '生态环境损害赔偿协议'),
    styledParagraph(style.coverLine, '赔偿权利人或其指定的部门、机构：{{赔偿权利人}}'),
    formTable(
      [labelWidth, textWidth - labelWidth],
      [
        line('赔偿义务人：', ''),
        line('', '{{单位.名称}}'),
        line('', '{{自然人.姓名}}'),
        line('签订时间：', '{{签订时间}}'),
        line('签订地点：', '{{签订地点}}'),
      ],
      false,
    ),
  ])
}

const obligors = (): Table => {
  const lines = (...texts: string[]) =>
    formRow(579, [
      formCell(
        textWidth,
        texts.map((text) => styledParagraph(style.partyDetail, text)),
      ),
    ])
  return formTable(
    [textWidth],
    [
      lines(
        '名称：{{单位.名称}}{{单位.简称}}',
        '统一社会信用代码：{{单位.统一社会信用代码}}',
        '法定代表人（负责人）：{{单位.法定代表人（负责人）}}',
        '地址：{{单位.地址}}',
      ),
      lines(
        '姓名：{{自然人.姓名}}{{自然人.简称}}',
        '身份证号码：{{自然人.身份证号码}}',
        '住址：{{自然人.住址}}',
      ),
    ],
    false,
  )
}

// 赔偿权利人或其指定部门、机构 fits on one line of the left column, its （盖章） under it.
const leftWidth = 4700

/** Both parties side by side. （盖章） stands in the second line at the left and in the first at the right. */
const signatures = (): Table =>
  signingTable(
    leftWidth,
    [linePitch, style.party],
    [...placeLines(signaturesBegin, '{{签章权利人}}'), placeBelow('法定代表人（签字）')],
    [
      {
        height: 2400,
        lines: [
          ...placeLines('赔偿义务人（盖章）', '{{单位.名称}}'),
          placeBelow('法定代表人（签字）'),
          ...placeLines(''),
        ],
      },
      { height: 1300, lines: placeLines('赔偿义务人（签字）', '{{自然人.姓名}}') },
    ],
  )

/** The headings of the form, each with its field; the last field stays on the page of the signatures. */
const clauses = () =>
  formHeadings.flatMap(({ text, field, hint }) => {
    const heading = styledParagraph(
      isChiefHeading(text) ? style.heading : style.subheading,
      hint === undefined ? text : `${text}{{提示：${hint}}}`,
    )
    if (field === undefined) return [heading]
    const isLast = field === formHeadings.at(-1)?.field
    return [heading, styledParagraph(style.body, `{{${field}}}`, isLast ? { keepNext: true } : {})]
  })

/** 生态环境损害赔偿协议, form 5 of the annex: cover on its own page, four headings, signatures of each party. */
export const agreement = (): Document =>
  form('生态环境损害赔偿协议', [
    cover(),
    numberedSection(
      [
        styledParagraph(style.opening, '赔偿权利人或其指定的部门、机构：{{赔偿权利人}}{{权利人简称}}'),
        styledParagraph(style.opening, '赔偿义务人：{{提示：（多个赔偿义务人的逐一列出）}}', {
          keepNext: true,
        }),
        obligors(),
        ...clauses(),
        styledParagraph(style.party, '', { keepNext: true }),
        signatures(),
        tableEnd(),
      ],
      1,
    ),
  ])
