import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 重大案件进展月报: tells how far a major case has come in a month, and what 督办 demands. */
export const monthlyReport = (): Document =>
  letter(
    '重大案件进展月报',
    '关于{{案件名称}}\n{{报告月份}}办理进展的报告',
    [
      bodyParagraph(
        '根据{{依据}}关于重大案件每月报告进展的要求，现将{{案件名称}}{{报告月份}}的办理进展报告如下：',
      ),
      headingParagraph('一、办理进展'),
      bodyParagraph('{{本月进展}}'),
      headingParagraph('二、督办要求'),
      bodyParagraph('{{督办要求}}'),
      lastBody('我单位将按照督办要求继续推进案件办理，遇有重要情况及时报告。'),
    ],
    '特此报告。',
  )
