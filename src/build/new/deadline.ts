import { buildAndTest, exportName, matterLines, type Skeleton, UNWRITTEN } from './skeleton.ts'

/** A deadline of a case, with a golden case that a lawyer reckons by hand. */
export function newDeadline(id: string, matters: readonly string[]): Skeleton {
  return {
    files: [
      { path: `src/core/deadlines/${id}.ts`, text: deadlineText(id, matters) },
      { path: `test/golden/${id}.yaml`, text: goldenText(id) },
    ],
    afterwards: [
      'a figure of its own: under periods in schemas/regulation.schema.json and in src/law/regulations/*.yaml',
      'one that a case has for each obligor, agreement …: defineDeadlineForEach, as in src/core/deadlines/consultation.ts',
      buildAndTest('test/golden', 'test/deadlines'),
      'npm run reference',
    ],
  }
}

function deadlineText(id: string, matters: readonly string[]): string {
  return `import { countFrom } from './count.ts'
import { defineDeadline } from './define.ts'
import { atCase } from './places.ts'

/** ${UNWRITTEN} Who must do what, within which time, from which day on. */
export const ${exportName(id, 'deadline')} = defineDeadline({
  id: '${id}',
  title: '${UNWRITTEN}期限的名称',
${matterLines(id, matters)}
  // ${UNWRITTEN} duty: owed until it is done · right: lost with its last day · limitation: of a claim.
  kind: 'duty',
  // ${UNWRITTEN} office, obligor or appraiser.
  owedBy: 'office',
  // ${UNWRITTEN} The actions that meet it, the usual one first.
  metBy: [],
  // ${UNWRITTEN} Where its fact stands, by one of places.ts.
  place: atCase,
  // ${UNWRITTEN} As one counts: countFrom(day, '启动索赔').add(period('investigation')).suspendDuring(…).metOn(day)
  count: ({ investigation }, { period }) =>
    investigation?.extension &&
    countFrom(investigation.extension.approvedOn, '${UNWRITTEN}')
      .add(period('screening'))
      .metOn(investigation.extension.approvedOn),
})
`
}

function goldenText(id: string): string {
  return `- title: ${UNWRITTEN}什么情形，怎样计算
  law: [第${UNWRITTEN}条] # the articles that it is counted by
  base: minimal
  facts: # ${UNWRITTEN} what happened
    screening: { checkedOn: 2026-03-02, damageFound: true, decision: initiate }
    investigation:
      initiation: { initiatedOn: 2026-03-02 }
      extension: { approvedOn: 2026-03-03, reason: 案情复杂 }
  today: 2026-03-03
  byHand: ${UNWRITTEN}手工逐步计算。
  expect:
    deadlines:
      - { deadline: ${id}, due: 2026-03-10, status: met } # ${UNWRITTEN} what that gives
`
}
