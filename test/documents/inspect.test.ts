import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
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

  test('are not outdated by the day and the number that they get when they go out', async () => {
    const open = first()
    const subject = 'agreement/G1'
    const files = { 'documents/a.docx': await bytesOf(open, 'disclosure-text', subject) }
    const published = (publishedOn: string) =>
      first((documents) => {
        const told = { matter: 'agreement', subject: 'G1', publishedOn, url: 'https://example.gov.cn/1' }
        documents.supervision = { ...documents.supervision, disclosures: [told] }
      })
    expect(inspect(published('2026-11-23'), files).map(({ outdated }) => outdated)).toEqual([false])
    const dated = { 'documents/a.docx': await bytesOf(published('2026-11-23'), 'disclosure-text', subject) }
    expect(inspect(published('2026-11-24'), dated).map(({ outdated }) => outdated)).toEqual([true])
  })

  test('of a day that has passed are not outdated by what the office says of itself later', async () => {
    const before = first()
    const { unit: _, localBasis: __, ...bare } = before.config
    const early: CaseView = viewOf(before.facts, { ...before, config: bare })
    const late = viewOf(before.facts, {
      ...before,
      config: { ...before.config, localBasis: '《某市生态环境损害赔偿制度改革实施方案》' },
    })
    const files = {
      'documents/a.docx': await bytesOf(early, 'investigation-register', null, true),
      'documents/b.docx': await bytesOf(early, 'confirmation-application', 'G1', true),
    }
    expect(inspect(late, files).map(({ outdated }) => outdated)).toEqual([false, false])
    const changed = viewOf(
      first((documents) => {
        if (documents.investigation?.conclusion) documents.investigation.conclusion.reason = '另一理由'
      }).facts,
      late,
    )
    expect(inspect(changed, files).map(({ outdated }) => outdated)).toEqual([true, false])
    // Before it goes out, it is made anew for what the office says of itself now.
    const unsigned = (view: CaseView): CaseView => {
      const { confirmations: ___, ...court } = view.facts.court
      return viewOf({ ...view.facts, court: { ...court, confirmations: [] } }, view)
    }
    const open = {
      'documents/b.docx': await bytesOf(unsigned(early), 'confirmation-application', 'G1', true),
    }
    expect(inspect(unsigned(late), open).map(({ outdated }) => outdated)).toEqual([true])
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

describe('a text for the public that another program wrote', () => {
  const saved = (...lines: string[]) =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              ...lines.map((line) => new Paragraph(line)),
              new Paragraph({
                children: [
                  new ExternalHyperlink({ link: 'mailto:zhang@qq.com', children: [new TextRun('联系我们')] }),
                ],
              }),
            ],
          },
        ],
      }),
    )

  test.each([
    ['挂网.docx', ['某案', '信息公开', '韦大明承认。']],
    ['挂网.DOCX', ['关于某案赔偿协议的公示', '韦大明承认。']],
    ['信息公开稿-定稿.docx', ['某案', '韦大明承认。']],
    ['定稿.docx', ['某案', '公开事项：赔偿协议', '韦大明承认。']],
  ])('%s: %j', async (name, lines) => {
    const path = `documents/上网/${name}`
    const [paper, other] = inspect(first(), { [path]: await saved(...lines) })
    expect(other).toBeUndefined()
    expect(paper).toMatchObject({ path, form: 'disclosure-text', subject: null, savedAnew: true })
    expect(paper?.texts).toEqual([...lines, '联系我们', 'mailto:zhang@qq.com'])
  })

  test.each([
    ['便笺.docx', ['便笺', '韦大明来过。']],
    ['政府信息公开申请答复.docx', ['答复书', '张三：']],
  ])('is not %s', async (name, lines) => {
    expect(inspect(first(), { [`documents/${name}`]: await saved(...lines) })).toEqual([])
  })
})
