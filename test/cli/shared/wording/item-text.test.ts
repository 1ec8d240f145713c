import { expect, it } from 'vitest'
import { joinedValues } from '../../../../src/cli/shared/wording/item-text.ts'

it('sentences of a list stand one behind the other, words have a mark between them', () => {
  expect(joinedValues(['磋商一致。', '损害程度见报告。'])).toBe('磋商一致。损害程度见报告。')
  expect(joinedValues(['邮寄送达', '直接送达'])).toBe('邮寄送达、直接送达')
})
