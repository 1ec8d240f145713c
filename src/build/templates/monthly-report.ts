import type { Document } from 'docx'
import { body, heading, lastBody, letter } from './letter.ts'

/** 重大案件进展月报. */
export const monthlyReport = (): Document =>
  letter(
    '重大案件进展月报',
    '关于{{案件名称}}\n{{报告月份}}办理进展的报告',
    [
      body('根据{{依据}}关于重大案件每月报告进展的要求，现将{{案件名称}}{{报告月份}}的办理进展报告如下：'),
      heading('一、办理进展'),
      body('{{本月进展}}'),
      heading('二、督办要求'),
      body('{{督办要求}}'),
      lastBody('我单位将按照督办要求继续推进案件办理，遇有重要情况及时报告。'),
    ],
    '特此报告。',
  )
