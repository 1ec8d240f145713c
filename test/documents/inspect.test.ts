import { describe, expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { papersIn } from '../../src/documents/inspect.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { first, only } from '../forms/support.ts'

const bytesOf = async (
  view: CaseView,
  id: string,
  subject: string | null,
  draft = false,
): Promise<Uint8Array> => {
  const form = forms.find((each) => each.id === id)
  if (!form) throw new Error(id)
  return preparePaper({ view, form, subject, draft }, () => undefined).bytes()
}

const inspect = (view: CaseView, files: Readonly<Record<string, Uint8Array>>) =>
  papersIn(view, Object.keys(files), (path) => files[path.replace(`cases/${view.facts.id}/`, '')])

describe('the papers of a case', () => {
  test('say what they are, and that the facts are still the same', async () => {
    const view = first()
    const found = inspect(view, { 'documents/a.docx': await bytesOf(view, 'agreement', 'G1') })
    expect(found).toMatchObject([
      { path: 'documents/a.docx', form: 'agreement', subject: 'G1', draft: false, outdated: false },
    ])
    expect(found[0]?.blank).toBeUndefined()
  })

  test('are outdated once a fact that they print has changed, and not by another', async () => {
    const files = { 'documents/a.docx': await bytesOf(first(), 'initiation-register', null) }
    const other = first((documents) => {
      delete documents.payments
    })
    const same = first((documents) => {
      documents.case.cause = '另一案由'
    })
    expect(inspect(other, files).map(({ outdated }) => outdated)).toEqual([false])
    expect(inspect(same, files).map(({ outdated }) => outdated)).toEqual([true])
  })

  test('are not outdated by recording what was written on them by hand', async () => {
    const unsigned = first(({ agreements, investigation }) => {
      delete investigation?.initiation?.approvals
      delete only(agreements?.agreements).signedOn
    })
    const files = {
      'documents/a.docx': await bytesOf(unsigned, 'initiation-register', null),
      'documents/b.docx': await bytesOf(unsigned, 'agreement', 'G1'),
    }
    expect(inspect(first(), files).map(({ outdated }) => outdated)).toEqual([false, false])
  })

  test('are outdated by another signature than the one they print', async () => {
    const files = { 'documents/a.docx': await bytesOf(first(), 'initiation-register', null) }
    const other = first(({ investigation }) => {
      only(investigation?.initiation?.approvals).opinion = '不同意启动'
    })
    expect(inspect(other, files).map(({ outdated }) => outdated)).toEqual([true])
  })

  test('are outdated when what they are about is gone', async () => {
    const files = { 'documents/a.docx': await bytesOf(first(), 'agreement', 'G1') }
    const gone = first((documents) => {
      delete documents.agreements
    })
    expect(inspect(gone, files).map(({ outdated }) => outdated)).toEqual([true])
  })

  test('are drafts, or hold blanks, where they do', async () => {
    const view = first((documents) => {
      delete documents.investigation?.initiation?.reason
    })
    const draft = await bytesOf(view, 'initiation-register', null, true)
    const [paper] = inspect(view, { 'documents/a.docx': draft })
    expect(paper?.draft).toBe(true)
    expect(paper?.blank).toContain('启动索赔理由：＿＿')
  })

  test('are those in documents/ alone; what ejc did not make is passed over', async () => {
    const view = first()
    const good = await bytesOf(view, 'agreement', 'G1')
    const found = inspect(view, {
      'attachments/a.docx': good,
      'documents/~$a.docx': good,
      'documents/broken.docx': new TextEncoder().encode('no document'),
      'documents/a.pdf': good,
    })
    expect(found).toEqual([])
  })
})
