import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { byMatter, byPack, byPredecessor } from '../../src/build/generate/order.ts'
import {
  definedIds,
  functionReturning,
  namedUnit,
  type SourceUnit,
  unitsIn,
} from '../../src/build/generate/units.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import { forms } from '../../src/core/forms/index.ts'
import { actions } from '../../src/core/stages/actions/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'ejc-units-')).replaceAll('\\', '/')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A source of this name in the folder. */
function source(name: string, text: string): string {
  const file = `${folder}/${name}.ts`
  writeFileSync(file, text)
  return file
}

const named = (name: string, text: string) => () => namedUnit(folder, source(name, text), ['defineAction'])

describe('a unit of a source', () => {
  it('is found by the function that makes it, whatever its name', () => {
    const text = `const hidden = defineAction({ id: 'b' })
export const shared = 1
export const any = defineAction<'x'>({ id: 'accept', matter: 'evaluation', moves: true })`
    const file = source('accept', text)
    expect(namedUnit(folder, file, ['defineAction'])).toEqual({
      file,
      name: 'any',
      maker: 'defineAction',
      says: { id: 'accept', matter: 'evaluation' },
    })
    expect(definedIds(file, ['defineAction'])).toEqual(['b', 'accept'])
    expect(unitsIn(file, ['defineRule'])).toEqual([])
  })

  it('may rest on no matter', () => {
    const file = source('x', `export const x = defineRule({ id: 'x', matter: null })`)
    expect(unitsIn(file, ['defineRule'])[0]?.says).toEqual({ id: 'x', matter: null })
  })

  it.each([
    ['is missing', 'helper', 'export const helper = 1', 'helper.ts: must export one defineAction({ … })'],
    [
      'is not alone',
      'two',
      `export const a = defineAction({ id: 'two' })\nexport const b = defineAction({ id: 'b' })`,
      'two.ts: must export one defineAction',
    ],
    [
      'has another name than its file',
      'serve',
      `export const a = defineAction({ id: 'served' })`,
      `serve.ts: must say id: 'serve'`,
    ],
    [
      'writes its id in no plain text',
      'c',
      'export const a = defineAction({ id: ID })',
      `c.ts: must say id: 'c'`,
    ],
    ['can not be read', 'd', 'export const a = {', 'd.ts: '],
  ])('that %s is an error that names the file', (_, name, text, message) => {
    expect(named(name, text)).toThrow(message)
  })

  it('is, for a template, the function that returns a document', () => {
    const file = source(
      't',
      `export const rows = (n: number): Row[] => []\nexport const t = (): Document => f()`,
    )
    expect(functionReturning(file, 'Document')).toBe('t')
    expect(() => functionReturning(file, 'Paper')).toThrow(
      't.ts: must export a function that returns a Paper',
    )
  })
})

const unit = (says: SourceUnit['says']): SourceUnit => ({
  file: `${says.id}.ts`,
  name: 'x',
  maker: 'defineX',
  says,
})
const ids = (units: readonly SourceUnit[]) => units.map(({ says }) => says.id)

describe('the order of units', () => {
  it('is that of the text, then of ids; first what rests on no matter', () => {
    const units = [
      unit({ id: 'd', matter: 'disclosure' }),
      unit({ id: 'b', matter: 'screening' }),
      unit({ id: 'a', matter: 'screening' }),
      unit({ id: 'z', matter: null }),
    ]
    expect(ids(byMatter(units))).toEqual(['z', 'a', 'b', 'd'])
  })

  it('puts one behind the one that it names', () => {
    const units = [
      unit({ id: 'waive', matter: 'meeting-waiver', after: 'meet' }),
      unit({ id: 'meet', matter: 'meeting-procedure' }),
      unit({ id: 'more', matter: 'more-meetings' }),
    ]
    expect(ids(byMatter(units))).toEqual(['meet', 'waive', 'more'])
    expect(() => byMatter(units.slice(0, 1))).toThrow(`waive.ts: comes after 'meet', which is not there`)
  })

  it('asks for a matter that there is', () => {
    expect(() => byMatter([unit({ id: 'a', matter: 'no-such' })])).toThrow('a.ts: x must say a matter')
    expect(() => byMatter([unit({ id: 'a' })])).toThrow('a.ts: x must say a matter')
  })

  it('is, for forms, that of the packs; last what no pack lists', () => {
    const units = ['disclosure-text', 'no-such', 'agreement', 'initiation-register'].map((id) => unit({ id }))
    expect(ids(byPack(units))).toEqual(['initiation-register', 'agreement', 'disclosure-text', 'no-such'])
  })

  it('is, for commands, what each says that it follows', () => {
    const command = (name: string, after: string | null): SourceUnit => unit({ id: name, name, after })
    const units = [command('c', 'a'), command('b', 'a'), command('d', 'b'), command('a', null)]
    expect(ids(byPredecessor(units))).toEqual(['a', 'b', 'd', 'c'])
    expect(() => byPredecessor([...units, command('e', 'no-such')])).toThrow(
      `e.ts: comes after 'no-such', which is not there`,
    )
  })
})

describe('the lists as they are', () => {
  it('hold each unit once', () => {
    for (const list of [actions, deadlineRules, forms])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })

  it('have deadlines in the order of the procedure, so that of two with one last day the earlier step is named', () => {
    const place = (id: string) => deadlineRules.findIndex((rule) => rule.id === id)
    for (const steps of [
      [
        'investigation',
        'major-report',
        'notify',
        'serve',
        'reply',
        'meet',
        'consultation',
        'start-suit',
        'agreement',
      ],
      [
        'agreement',
        'confirmation-apply',
        'payment',
        'restoration-start',
        'restoration-complete',
        'evaluation',
      ],
      ['evaluation', 'filing', 'send-to-court', 'enforcement-apply', 'limitation', 'agreement-limitation'],
    ]) {
      expect(steps).toEqual(steps.toSorted((a, b) => place(a) - place(b)))
    }
  })

  it('begin the help with the making of a repository', () => {
    expect(commands[0]?.name).toBe('init')
  })
})
