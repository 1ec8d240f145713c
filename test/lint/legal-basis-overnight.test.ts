import { expect, it } from 'vitest'
import { legalBasis } from '../../src/core/lint/rules/investigation/legal-basis.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { watched } from '../../src/core/setting.ts'
import { scopeOf } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'

/** What is found on a day where a report without a conclusion cites a law, and until when it holds. */
function citing(title: string, today: string) {
  const documents = sampleDocuments()
  const { investigation } = documents
  if (!investigation) throw new Error('the sample has an investigation')
  delete investigation.conclusion
  investigation.legalBasis = [title]
  const { watch } = watched(settingOn(today))
  const scope = scopeOf(documents, today)
  const own = {
    ...scope,
    watch,
    get today(): string {
      throw new Error('the day itself is not asked for')
    },
  }
  return { count: [...legalBasis.check(own)].length, until: watch.until() }
}

it('given a law in force and no date yet, the finding of a day holds until the law ends', () => {
  expect(citing('《中华人民共和国民法典》', '2026-03-01')).toEqual({ count: 0, until: '9999-12-31' })
  expect(citing('《中华人民共和国环境保护法》', '2026-08-10')).toEqual({ count: 0, until: '2026-08-15' })
})

it('given a law that does not apply, its finding names the day and holds for that day alone', () => {
  expect(() => citing('《中华人民共和国环境保护法》', '2026-08-15')).toThrow('the day itself')
})
