import { sayProvisional } from '../../../deadlines/provisional.ts'
import type { Documents } from '../../../facts/documents.ts'
import type { Stage } from '../../../stages/stage.ts'
import { callOf } from '../../calls.ts'
import { all, inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { factOfDeadline } from '../../places.ts'

/** Later on, the procuratorate no longer prepares a suit of its own over the same damage. */
const early: ReadonlySet<Stage> = new Set(['investigation', 'consultation'])

export const procuratorateNotInformed = defineRule({
  id: 'procuratorate/informed',
  severity: 'notice',
  about: 'omission',
  severityStays: 'owed',
  // An opinion of two ministries and no law: the finding names it as the deadline does.
  matter: null,
  title: '生态环境部门启动索赔后按时告知同级检察院',
  why: '检察院据此不另行提起公益诉讼，两家不就同一损害各办一案；这是部门之间的工作要求，不影响索赔的效力。',
  mend: '书面告知后办理「启动索赔告知同级检察院」；已经告知的补录日期。',
  reads: ['today'],
  *check({ facts, deadlines, stage }) {
    if (!early.has(stage.case)) return
    for (const deadline of deadlines) {
      if (deadline.deadline !== 'procuratorate-informed' || deadline.status !== 'overdue') continue
      const { article, rolledDue } = deadline
      const last = sayProvisional(rolledDue ?? '', deadline)
      yield at(factOfDeadline(facts, deadline), [], notInformed(article, last, callOf(facts, deadline)), {
        article,
      })
    }
  },
  examples: {
    accept: [
      { title: '已经告知', change: unchanged },
      { title: '已经签订协议，不再提示', change: untold },
      {
        title: '其他部门办理',
        change: all(
          concluded,
          inCase((file) => {
            file.jurisdiction.department = 'forestry'
          }),
        ),
      },
      { title: '告知的期限还没有过', today: '2025-03-21', change: concluded },
    ],
    reject: [
      {
        title: '启动满十五日没有告知的记录',
        finds: ['notice - investigation.initiation'],
        today: '2025-03-25',
        change: concluded,
      },
    ],
  },
})

function untold({ investigation }: Documents): void {
  delete investigation?.procuratorateInformed
}

/** Nobody was told, and nothing followed the conclusion of the investigation. */
function concluded(documents: Documents): void {
  untold(documents)
  for (const name of ['consultation', 'agreements', 'court', 'restoration', 'payments'] as const) {
    delete documents[name]
  }
}

const notInformed = (article: string, last: string, call: string) =>
  `没有告知同级检察院的记录，告知的期限到 ${last}（${article}）。请告知，已经告知的补录日期${call}。`
