import { buildAndTest, exportName, type Skeleton, UNWRITTEN } from './skeleton.ts'

/** A paper of a case: its fields, what makes its template, and a test of what it prints. */
export function newForm(id: string): Skeleton {
  return {
    files: [
      { path: `src/core/forms/${id}.ts`, text: fieldsText(id) },
      { path: `src/build/templates/${id}.ts`, text: templateText(id) },
      { path: `test/forms/${id}.test.ts`, text: testText(id) },
    ],
    afterwards: [
      `its entry is data: { id: ${id}, title: …, matter: … } under forms in src/law/regulations/*.yaml`,
      'a case that has it, for all tests and the picture: facts in test/forms/whole.ts, or a change in test/forms/occasions.ts',
      'what it says and lacks before anything is done, in test/forms/bare-papers.ts; where test/forms/whole.ts calls for it, what it needs, in test/forms/needs.test.ts',
      `npm run templates, which writes templates/${id}.docx`,
      'npm run pictures, and look at it (needs LibreOffice, poppler and a CJK font)',
      buildAndTest('test/forms', 'test/documents'),
      'npm run reference',
    ],
  }
}

function fieldsText(id: string): string {
  return `import { collectFields, defineForm } from './define.ts'
import { letterFields } from './letter.ts'

/** ${UNWRITTEN} What it is for, and to whom it goes. */
export const ${exportName(id, 'form')} = defineForm({
  id: '${id}',
  // ${UNWRITTEN} The phase of the case under which it lies in the archive.
  phase: 'case',
  // ${UNWRITTEN} What the line of its signature says, where the office does not sign at the right.
  signing: 'office',
  // ${UNWRITTEN} What it is written for: [null] for the case as a whole, the ids of obligors, agreements …
  subjects: () => [],
  fill: (view) => {
    const collector = collectFields()
    // ${UNWRITTEN} A value for each placeholder of the template, and by which action a missing one is recorded.
    return collector.filled({
      ...letterFields(view, undefined),
      收文机关: collector.need('收文机关', undefined, 'case.clue.reference', 'screen'),
    })
  },
})
`
}

function templateText(id: string): string {
  return `import type { Document } from 'docx'
import { lastBody, letter } from './letter.ts'

/** ${UNWRITTEN} What it is for, and to whom it goes. */
export const ${exportName(id, 'form')} = (): Document =>
  letter('${UNWRITTEN}名称', '关于{{案件名称}}的函', [lastBody('${UNWRITTEN}正文')], '特此函告。')
`
}

function testText(id: string): string {
  return `import { describe, expect, it } from 'vitest'
import { fill, first, lines } from './support.ts'

describe('${id}', () => {
  it('${UNWRITTEN} prints …', () => {
    expect(lines(fill(first(), '${id}').fields.收文机关)).toEqual(['${UNWRITTEN}'])
  })
})
`
}
