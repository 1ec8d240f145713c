import type { Document } from 'docx'
import { formTable, tableEnd } from './layout.ts'
import { paper } from './letter.ts'
import { pairColumns, pairRow, signedRow, wideRow } from './register.ts'

/** Low enough for two obligors, each with a place to sign, on one page. */
const LOW = 560

/** 修复效果评估备案表: what the obligor files once the goal is reached. */
export const evaluationFiling = (): Document =>
  paper('修复效果评估备案表', '生态环境修复效果评估备案表', [
    formTable(pairColumns, [
      wideRow('案件名称', '{{案件名称}}', LOW),
      pairRow('备案编号', '{{编号}}', '修复方式', '{{修复方式}}'),
      wideRow('赔偿义务人', '{{赔偿义务人}}', LOW),
      wideRow('修复依据', '{{修复依据}}', LOW),
      pairRow('实施单位', '{{实施单位}}', '监理单位', '{{监理单位}}'),
      pairRow('启动日期', '{{启动日期}}', '完成日期', '{{完成日期}}'),
      pairRow('评估单位', '{{评估单位}}', '评估报告日期', '{{评估报告日期}}'),
      pairRow('提交日期', '{{提交日期}}', '验收日期', '{{验收日期}}'),
      wideRow('验收专家', '{{验收专家}}', LOW),
      wideRow('评估结论', '经评估并组织专家验收，达到规定的修复目标。', LOW),
      wideRow('备案材料', '{{备案材料}}', LOW),
      // Each of them signs for himself.
      signedRow('赔偿义务人', '{{签署义务人.名称}}\n（签名或者盖章）'),
      signedRow('备案机关', '{{备案机关}}（盖章）', '{{备案日期}}'),
      wideRow('备注', '{{备注}}', LOW),
    ]),
    tableEnd(),
  ])
