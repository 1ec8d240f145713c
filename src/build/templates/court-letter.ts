import type { Document } from 'docx'
import { bodyParagraph, lastBody, letter } from './letter.ts'

/** 修复效果评估材料报送函: to the court that gave the judgment or confirmed the agreement. */
export const courtLetter = (): Document =>
  letter(
    '修复效果评估材料报送函',
    '关于报送{{案件名称}}\n修复效果评估材料的函',
    [
      bodyParagraph(
        '根据你院{{裁判文书}}，赔偿义务人{{赔偿义务人}}应当修复受损的生态环境。根据{{依据}}，现将修复效果评估材料报送你院。',
      ),
      bodyParagraph('该修复以{{修复方式}}的方式，由{{实施单位}}实施，于{{启动日期}}启动，{{完成日期}}完成。'),
      lastBody(
        '{{评估单位}}于{{评估报告日期}}出具修复效果评估报告，经组织专家（{{验收专家}}）于{{验收日期}}验收，达到规定的修复目标。',
      ),
    ],
    '特此函告。',
    { attached: '附件：{{附件}}' },
  )
