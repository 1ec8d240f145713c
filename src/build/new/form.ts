import { buildAndTest, exportName, matterFor, type Skeleton, UNWRITTEN } from './skeleton.ts'

/**
 * A paper of a case: its fields, what makes its template, what the tests of all papers expect of it, a test of what it
 * prints, and its title in each of the packs that list forms.
 */
export function newForm(id: string, matters: readonly string[], packs: readonly string[]): Skeleton {
  return {
    files: [
      { path: `src/core/forms/${id}.ts`, text: fieldsText(id) },
      { path: `src/build/templates/${id}.ts`, text: templateText(id) },
      { path: `test/forms/expected/${id}.ts`, text: expectedText() },
      { path: `test/forms/${id}.test.ts`, text: testText(id) },
    ],
    entries: packs.map((path) => ({ path, list: 'forms', line: packLine(id, matters) })),
    afterwards: [
      'its line under forms in src/law/regulations/*.yaml: to its place in the order of the archive',
      `npm run templates, which writes templates/${id}.docx`,
      'npm run pictures, and look at it (needs LibreOffice, poppler and a CJK font)',
      buildAndTest('test/forms', 'test/documents'),
      'npm run reference',
    ],
  }
}

function packLine(id: string, matters: readonly string[]): string {
  return `  - { id: ${id}, title: ${UNWRITTEN}名称, matter: ${matterFor(id, matters)} } # ${UNWRITTEN} its title and its matter`
}

function expectedText(): string {
  return `import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  // ${UNWRITTEN} What it says, and which facts it lacks, when the case was just registered.
  bare: { known: {}, lacks: ['收文机关：case.clue.reference ← new'] },
  // ${UNWRITTEN} A case that has it: what is otherwise in the case of test/forms/whole.ts.
  occasion: ({ case: about }) => {
    Object.assign(about.clue, { channel: 'criminal-case', reference: '某局' })
  },
}
`
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
  subjects: ({ facts }) => (facts.case.clue.channel === 'criminal-case' ? [null] : []),
  fill: (view) => {
    const collector = collectFields()
    // ${UNWRITTEN} A value for each placeholder of the template, and by which action a missing one is recorded.
    return collector.filled({
      ...letterFields(view, undefined),
      收文机关: collector.need('收文机关', view.facts.case.clue.reference, 'case.clue.reference', 'new'),
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
  return `import { expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { expected } from './expected/${id}.ts'
import { fill, lines } from './support.ts'
import { wholeCase } from './whole.ts'

it('${UNWRITTEN} ${id} prints …', () => {
  const view = wholeCase('2026-12-24', expected.occasion)
  const [subject] = formOf('${id}', view.regulation)?.subjects(view) ?? []
  expect(lines(fill(view, '${id}', subject).fields.收文机关)).toEqual(['某局'])
})
`
}
