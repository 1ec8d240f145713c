import { existsSync } from 'node:fs'
import { commandsIn, deadlineIds } from '../generate/indexes.ts'
import { matterIds, packsWithForms } from '../generate/order.ts'
import { textUnder } from '../generate/units.ts'
import { newAction } from './action.ts'
import { newCommand } from './command.ts'
import { newDeadline } from './deadline.ts'
import { newForm } from './form.ts'
import { newRule } from './rule.ts'
import type { Skeleton } from './skeleton.ts'

interface UnitKind {
  readonly name: RegExp
  readonly example: string
  readonly make: (id: string) => Skeleton
  /** The names that are taken by units in files of other names. */
  readonly taken?: () => readonly string[]
}

const WORDS = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const TWO_PARTS = /^[a-z]+(?:-[a-z]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

const kinds: Readonly<Record<string, UnitKind>> = {
  rule: { name: TWO_PARTS, example: 'agreement/payment-order', make: newRule },
  deadline: {
    name: WORDS,
    example: 'hearing',
    make: (id) => newDeadline(id, matterIds()),
    taken: deadlineIds,
  },
  action: { name: WORDS, example: 'record-hearing', make: (id) => newAction(id, matterIds()) },
  form: { name: WORDS, example: 'hearing-letter', make: (id) => newForm(id, matterIds(), packsWithForms()) },
  command: { name: WORDS, example: 'compare', make: (name) => newCommand(name, lastCommand()) },
}

/** The unit that the words ask for, `rule agreement/payment-order`; a text says why there can be none. */
export function plan([kind = '', id = '', ...more]: readonly string[]): Skeleton | string {
  const wanted = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!wanted?.name.test(id) || more.length > 0) return usage()
  if (wanted.taken?.().includes(id)) return `There is a ${kind} ${id} already.`
  const skeleton = wanted.make(id)
  const there = skeleton.files.find(({ path }) => existsSync(path))
  return there ? `${there.path} is there already.` : skeleton
}

function usage(): string {
  const calls = Object.entries(kinds).map(([kind, { example }]) => `  npm run new ${kind} ${example}`)
  return `Give one of these kinds, and a name in small letters and hyphens:\n${calls.join('\n')}\nA regulation pack is made by ejc regulation new: docs/final-text.md.`
}

function lastCommand(): string {
  const last = commandsIn()[0].at(-1)
  return last ? textUnder(last, 'name') : ''
}
