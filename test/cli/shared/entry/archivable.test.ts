import { describe, expect, it } from 'vitest'
import { unreadyText } from '../../../../src/cli/shared/entry/archivable.ts'
import { step } from '../../../support/step.ts'

describe('what the archive will refuse, said before the case is closed', () => {
  const { view } = step('close')
  const text = unreadyText(view, [], [], 400)

  it('cites the articles in words, as the archive does', () => {
    expect(text).toContain('结案以后，缺下列材料的不能立卷：')
    expect(text).toContain(view.regulation.citation('one-case-one-file'))
    expect(text).not.toMatch(/[⟦⟧]/u)
  })
})
