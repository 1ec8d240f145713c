import type { Document } from 'docx'
import { form, numberedSection, styledParagraph } from './layout.ts'
import { style } from './styles.ts'

// The annex has no blanks here: each of its five lines says what to write, its bracket how.
const parts: readonly { readonly title: string; readonly how: string; readonly field: string }[] = [
  {
    title: '案件线索的来源、调查经过',
    how: '（包括案件线索、索赔启动时间和批准启动索赔的机关等；调查经过包括调查人员、调查方式、调查时间、调查范围等）。',
    field: '案件线索的来源、调查经过',
  },
  {
    title: '赔偿义务人的基本情况',
    how: '（名称、地址、统一社会信用代码、法定代表人或负责人）。',
    field: '赔偿义务人的基本情况',
  },
  {
    title: '赔偿义务人造成的生态环境损害事实和相关证据材料',
    how:
      '（违法行为的具体事实：违法行为的发生时间、地点、危害后果、鉴定评估情况等，要客观真实，' +
      '所描述的事实必须有相关证据的支持）。',
    field: '生态环境损害事实和相关证据材料',
  },
  {
    title: '赔偿义务人承担赔偿、修复责任的法律依据',
    how: '（应当引用相关法律、政策和规范性文件的规定，必须明确）。',
    field: '承担赔偿、修复责任的法律依据',
  },
  {
    title: '调查部门的处理建议',
    how: '（是否需要索赔，说明理由；开展磋商的建议）。',
    field: '调查部门的处理建议',
  },
]

/** 生态环境损害调查情况登记表: form 2 of the annex. */
export const investigationRegister = (): Document =>
  form('生态环境损害调查情况登记表', [
    numberedSection([
      styledParagraph(style.title, '生态环境损害调查情况登记表'),
      ...parts.flatMap(({ title, how, field }, index) => [
        styledParagraph(style.heading, `${title}{{提示：${how}}}`),
        styledParagraph(style.body, `{{${field}}}`, { keepNext: index === parts.length - 1 }),
      ]),
      styledParagraph(style.signature, '经办人（签名）：{{经办人}}', { keepNext: true, before: 1158 }),
      styledParagraph(style.signature, '{{经办日期}}'),
    ]),
  ])
