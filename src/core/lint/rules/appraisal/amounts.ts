import { standingAppraisals } from '../../../facts/appraisals.ts'
import type { Appraisal } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inAppraisal, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

/** What a report must contain beside the amounts, by its key. */
const CONTENTS = {
  scope: '损害范围',
  degree: '损害程度',
  causation: '因果关系',
  measures: '恢复措施',
  restorability: '是否可以修复',
  restorableArea: '可以修复的区域范围和要求',
} as const

type Content = keyof typeof CONTENTS

/** What of it a report does not say. */
function unanswered(appraisal: Appraisal): Content[] {
  const { restorability } = appraisal
  const lacking = (key: Content): boolean => !saysSomething(appraisal[key])
  const always: readonly Content[] = ['scope', 'degree', 'causation', 'measures', 'restorability']
  return [...always, ...(restorability === 'partial' ? (['restorableArea'] as const) : [])].filter(lacking)
}

export const appraisalAmounts = defineRule({
  id: 'appraisal/amounts',
  severity: 'warning',
  about: 'breach',
  unrecorded: '鉴定评估的内容',
  matter: 'appraisal-contents',
  title: '鉴定评估量化损害并回答应答的问题',
  why: '没有数额和可否修复的结论，磋商的金额和修复方式就没有依据。',
  mend: '请鉴定评估机构补充，或者补录报告中已有的内容。',
  *check({ facts }) {
    for (const appraisal of standingAppraisals(facts)) {
      if (!hasItems(appraisal.amounts))
        yield at(appraisal, 'amounts', noAmounts(appraisal.id), { code: 'amounts' })
      const missing = unanswered(appraisal)
      if (missing.length > 0)
        yield at(appraisal, [], lacks(appraisal.id, missing), { code: 'contents', keys: missing })
    }
  },
  examples: {
    accept: [
      { title: '内容齐全', change: unchanged },
      {
        title: '报告尚未收到',
        change: inAppraisal((appraisal) => {
          delete appraisal.receivedOn
          delete appraisal.amounts
        }),
      },
    ],
    reject: [
      {
        title: '没有数额',
        finds: ['warning amounts appraisals.appraisals.0.amounts'],
        change: inAppraisal((appraisal) => {
          appraisal.amounts = []
        }),
      },
      {
        title: '部分可以修复而没有明确范围',
        finds: ['warning contents appraisals.appraisals.0'],
        change: inAppraisal((appraisal) => {
          appraisal.restorability = 'partial'
        }),
      },
    ],
  },
})

const noAmounts = (id: string) =>
  `鉴定评估 ${id} 没有损害数额。${cite('appraisal-contents')}：应当量化生态环境损害数额；请补录「损害数额」。`

const lacks = (id: string, missing: readonly Content[]) =>
  `鉴定评估 ${id} 缺少：${missing.map((key) => CONTENTS[key]).join('、')}（${cite('appraisal-contents')}）。请补录，报告中没有的请机构补充。`
