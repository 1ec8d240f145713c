import { NUMBER_EXAMPLE } from '../../../core/facts/paper-number.ts'
import { choicesOf, type Lists } from '../../../core/schema/choices.ts'
import type { PathSegment, RefName, SchemaNode } from '../../../core/schema/node.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Action } from '../../../core/stages/define.ts'

/** A section of an item, as its lines are written: the keys before its own, as `--set` names them, and their titles. */
interface Place {
  readonly name: SchemaName
  /** Where the item stands in its document. */
  readonly base: readonly PathSegment[]
  readonly keys: readonly PathSegment[]
  readonly titles: readonly string[]
}

/** What an action asks, a line each: title, whether it must be answered, and what to type after `--set`. */
export function fieldLines(action: Action, lists: Lists): string[] {
  const { section, mode } = action.writes
  const [name = '', ...steps] = section.split('.')
  const base = steps.flatMap((step): PathSegment[] =>
    step.endsWith('[]') ? [step.slice(0, -'[]'.length), 0] : [step],
  )
  const place = {
    // The schema boundary: a section begins with the name of a document.
    name: name as SchemaName,
    base: mode === 'append' ? [...base, 0] : base,
    keys: [],
    titles: [],
  }
  const required = [...(schemaAt(place.name, place.base)?.required ?? []), ...(action.required ?? [])]
  return action.ask.flatMap((key) => linesAt(place, key, required.includes(key) ? 'must' : 'may', lists))
}

/** Whether a key must be answered; `inside`: where its section is written at all. */
type Need = 'must' | 'inside' | 'may'

const NEEDS: Readonly<Record<Need, string>> = { must: '必填', inside: '写这一项的必填', may: '选填' }

function linesAt(place: Place, key: string, need: Need, lists: Lists): string[] {
  const placeOfField = { ...place, keys: [...place.keys, key] }
  const node = schemaAt(placeOfField.name, [...placeOfField.base, ...placeOfField.keys])
  if (!node) return []
  const title = [...place.titles, node.title ?? key].join(' › ')
  const say = (typed: string): string[] => [`${title}（${NEEDS[need]}）：${typed}`]
  const types = [node.type ?? []].flat()
  const named = placeOfField.keys.join('.')
  if (node['x-format'] === 'file') return say(`${named}=@文件名`)
  if (key === 'clauses') return say(`${named}=@协议.docx`)
  if (types.includes('string')) return say(`${named}=${exampleOf(node, lists)}`)
  const item = types.includes('array')
    ? schemaAt(placeOfField.name, [...placeOfField.base, ...placeOfField.keys, 0])
    : undefined
  if (item && !item.properties) return say(`${named}[]=${exampleOf(item, lists)}`)
  const inner = item ? { ...placeOfField, keys: [...placeOfField.keys, 0] } : placeOfField
  const { properties, required = [] } = item ?? node
  if (!properties) return say(`${named}=${exampleOf(node, lists)}`)
  if (inner.keys.length > DEEPEST) return say(`${inner.keys.join('.')}.…`)
  const inside = { ...inner, titles: [...place.titles, node.title ?? key] }
  return Object.keys(properties)
    .filter((each) => isAsked(inside, each))
    .flatMap((each) => {
      const own = required.includes(each) ? (need === 'must' ? 'must' : 'inside') : 'may'
      return linesAt(inside, each, own, lists)
    })
}

/** Sections deeper inside an item are hardly ever typed by keys. */
const DEEPEST = 4

function isAsked({ name, base, keys }: Place, key: string): boolean {
  return schemaAt(name, [...base, ...keys, key])?.['x-ask'] !== false
}

const REFERENCES: Readonly<Partial<Record<RefName, string>>> = {
  obligor: 'o1',
  agreement: 'G1',
  appraisal: 'A1',
  project: 'R1',
  suit: 'S1',
  evidence: 'E1',
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  dateTime: '"2026-03-02 09:30"',
  money: '26.5万',
  text: '文字',
  creditCode: '18位代码',
  idNumber: '18位号码',
  bankAccount: '账号',
  documentNumber: NUMBER_EXAMPLE,
  paperNumber: NUMBER_EXAMPLE,
}

/** What can be typed for a value: one of its choices, else what its kind looks like. */
function exampleOf(node: SchemaNode, lists: Lists): string {
  const types = [node.type ?? []].flat()
  const [choice] = choicesOf(node, lists) ?? []
  if (choice) return choice.short ?? choice.label
  if (types.includes('boolean')) return '是'
  if (types.includes('integer')) return '3'
  const ref = node['x-ref']
  return (ref && REFERENCES[ref]) ?? FORMATS[node['x-format'] ?? ''] ?? '文字'
}
