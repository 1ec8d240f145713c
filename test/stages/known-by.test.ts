import { describe, expect, it } from 'vitest'
import { isDocumentName } from '../../src/core/facts/documents.ts'
import { isDayOfFact } from '../../src/core/facts/past.ts'
import type { SchemaNode } from '../../src/core/schema/node.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import { actions } from '../../src/core/stages/actions/index.ts'
import type { Action } from '../../src/core/stages/define.ts'

/**
 * The action that adds an item to the list in which another finds it, as 提起诉讼 of 记录裁判, or makes the section that
 * another completes, as 签订赔偿协议 the bond of 缴纳履约保证金.
 */
const adderOf = ({ writes: { section, mode } }: Action): Action | undefined =>
  actions.find(
    ({ writes, ask }) =>
      (writes.mode === 'append' && `${writes.section}[]` === section) ||
      (mode !== 'append' && ask.some((key) => `${writes.section}[].${key}` === section)),
  )

/** The actions that say of an item on record what became of it, on a day. */
const later = actions.flatMap((action) => {
  const adder = adderOf(action)
  return adder && action.ask.some(isDayOfFact) ? [{ id: action.id, action, adder }] : []
})

const isDated = ({ properties = {} }: SchemaNode): boolean =>
  Object.entries(properties).some(([key, node]) => isDayOfFact(key) || node['x-known-by'] !== undefined)

/**
 * Whether the schema says of a key that an action asks on which day it is known, or of what stands in it. What a section
 * can't be without was there from the beginning.
 */
const saysWhen = ({ writes }: Action, key: string): boolean => {
  const [document = '', ...steps] = writes.section.split('.')
  if (!isDocumentName(document)) throw new Error(writes.section)
  const path = steps.flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -'[]'.length), 0] : [step]))
  const node = schemaAt(document, [...path, key])
  if (schemaAt(document, path)?.required?.includes(key)) return true
  const inside = node?.items ? schemaAt(document, [...path, key, 0]) : node
  return node?.['x-known-by'] !== undefined || (inside !== undefined && isDated(inside))
}

describe('what a later step records', () => {
  it('is looked for in the steps after those that add an item', () => {
    const ids = later.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['judge', 'rule-confirmation', 'accept', 'receive-appraisal', 'pay-bond']),
    )
  })

  it.each(later)('$id: is known by a day, so that no paper of an earlier day tells it', (each) => {
    const { action, adder } = each
    const untold = action.ask.filter(
      (key) => !isDayOfFact(key) && !adder.ask.includes(key) && !saysWhen(action, key),
    )
    expect(untold, 'each says x-known-by in schemas/').toEqual([])
  })
})
