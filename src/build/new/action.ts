import { buildAndTest, exportName, matterFor, matterLines, type Skeleton, UNWRITTEN } from './skeleton.ts'

/** An action on a case, with a test of what blocks it. */
export function newAction(id: string, matters: readonly string[]): Skeleton {
  return {
    files: [
      { path: `src/core/stages/actions/${id}.ts`, text: actionText(id, matters) },
      { path: `test/stages/${id}.test.ts`, text: testText(id) },
    ],
    afterwards: [
      'keys that are new: in schemas/*.schema.json, with title, description and x-matter; npm run generate',
      'a new date among them: its pairs in src/core/lint/date-order; what became known with it says x-known-by in its schema',
      'the deadlines that it meets: its id in their metBy',
      buildAndTest('test/stages'),
      'npm run reference',
    ],
  }
}

function actionText(id: string, matters: readonly string[]): string {
  return `import { blockIf, defineAction } from '../define.ts'

/** ${UNWRITTEN} What the officer does, and when. */
export const ${exportName(id, 'action')} = defineAction({
  id: '${id}',
  title: '${UNWRITTEN}办理什么',
${matterLines(id, matters)}
  // ${UNWRITTEN} Whether it moves the case on.
  moves: false,
  // ${UNWRITTEN} What it can be done for: [null] for the case as a whole, the ids of obligors, agreements …
  subjects: () => [],
  // ${UNWRITTEN} Why it can't be done now, with the matter: blockIf(…).
  blockers: () => blockIf(true, '${UNWRITTEN}', '${matterFor(id, matters)}'),
  // ${UNWRITTEN} The section that it writes, how, and the keys of it that are asked, in this order.
  section: 'investigation.process.activities',
  mode: 'append',
  ask: ['on', 'findings'],
  defaults: ({ today }) => ({ on: today }),
})
`
}

function testText(id: string): string {
  return `import { describe, expect, it } from 'vitest'
import { blockers, upTo } from '../support/actions.ts'

describe('${id}', () => {
  it('${UNWRITTEN} can not be done before …, by article …', () => {
    expect(blockers('${id}', null, upTo.clue).map(({ reason }) => reason)).toEqual(['${UNWRITTEN}'])
  })
})
`
}
