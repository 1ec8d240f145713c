import { buildAndTest, exportName, type Skeleton, UNWRITTEN } from './skeleton.ts'

/** A rule over one case, with an example on each side: `agreement/payment-order`. */
export function newRule(id: string): Skeleton {
  return {
    files: [{ path: `src/core/lint/rules/${id}.ts`, text: ruleText(id) }],
    afterwards: [buildAndTest('test/lint'), 'npm run reference'],
  }
}

function ruleText(id: string): string {
  return `import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

/** ${UNWRITTEN} What it finds, and why that is wrong, in a line. */
export const ${exportName(id, 'rule')} = defineRule({
  id: '${id}',
  severity: 'warning',
  // ${UNWRITTEN} breach: the law was broken · omission: something is still to be done, or was done late.
  about: 'omission',
  // ${UNWRITTEN} Its matter, of schemas/regulation.schema.json; null where no norm says it.
  matter: null,
  title: '${UNWRITTEN}应当怎样，一句话',
  why: '${UNWRITTEN}为什么要紧。',
  mend: '${UNWRITTEN}怎样改正。',
  *check({ facts }) {
    // ${UNWRITTEN} Each place where it does not hold, with figures and days in the message.
    if (facts.case.title === '') yield at('case', 'title', '${UNWRITTEN}哪里不符合，怎样改正。')
  },
  examples: {
    accept: [{ title: '${UNWRITTEN}符合的情形', change: unchanged }],
    reject: [
      {
        title: '${UNWRITTEN}不符合的情形',
        change: inCase((file) => {
          file.title = ''
        }),
      },
    ],
  },
})
`
}
