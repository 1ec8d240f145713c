import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 民事赔偿责任优先函: to the authority of a fine that is not paid. */
export const priorityLetter = (): Document =>
  letter(
    '民事赔偿责任优先函',
    '关于{{赔偿义务人}}\n优先承担生态环境损害赔偿责任的函',
    [
      bodyParagraph(
        '我单位正在办理{{案件名称}}生态环境损害赔偿。{{赔偿义务人}}因同一行为另负有缴纳{{罚款种类}}的义务，现将有关情况函告如下：',
      ),
      headingParagraph('一、{{罚款种类}}情况'),
      bodyParagraph('{{罚款情况}}'),
      headingParagraph('二、生态环境损害赔偿责任'),
      bodyParagraph('{{赔偿责任}}'),
      headingParagraph('三、商请事项'),
      bodyParagraph(
        '根据{{依据}}，赔偿义务人的财产不足以同时承担生态环境损害赔偿责任和缴纳罚款、罚金的，优先用于承担生态环境损害赔偿责任。',
      ),
      lastBody('请你单位在{{罚款种类}}执行中予以考虑，并将执行情况告知我单位。'),
    ],
    '特此函告。',
  )
