import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentNames, isDocumentName } from '../../src/core/facts/documents.ts'
import { isDayOfFact, setDates } from '../../src/core/facts/past.ts'
import { isMatter } from '../../src/core/regulation/matters.ts'
import { formats } from '../../src/core/schema/formats.ts'
import { listNames, promptFormats, refNames, type SchemaNode } from '../../src/core/schema/node.ts'
import type { SchemaName } from '../../src/core/schema/validate.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'

const keywords = new Set([
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'title',
  'description',
  'type',
  'format',
  'const',
  'minimum',
  'maximum',
  'required',
  'properties',
  'propertyNames',
  'additionalProperties',
  'items',
  'oneOf',
  'x-list',
  'x-ref',
  'x-default',
  'x-when',
  'x-titles',
  'x-format',
  'x-ask',
  'x-key',
  'x-backfill',
  'x-empty',
  'x-matter',
  'x-known-by',
  'x-none',
  'x-file',
])

interface Place {
  where: string
  node: SchemaNode
  parent?: SchemaNode
  property?: boolean
}

const names = readdirSync('schemas')
  .map((file) => file.replace('.schema.json', ''))
  .filter((name) => name !== 'regulation')

const roots = new Map<string, SchemaNode>(
  names.map((name) => [name, JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))]),
)

function* placesIn(place: Place): Generator<Place> {
  yield place
  const { node, where } = place
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    yield* placesIn({ where: `${where}.${name}`, node: child, parent: node, property: true })
  }
  for (const [name, child] of Object.entries(node.$defs ?? {}))
    yield* placesIn({ where: `${where}#${name}`, node: child })
  for (const child of [node.items, node.propertyNames, node.additionalProperties, ...(node.oneOf ?? [])]) {
    if (typeof child === 'object') yield* placesIn({ where: `${where}[]`, node: child })
  }
}

const places = [...roots].flatMap(([name, node]) => [...placesIn({ where: name, node })])

function resolved(node: SchemaNode, name: string): SchemaNode {
  if (!node.$ref) return node
  const [file = '', definition = ''] = node.$ref.split('#/$defs/')
  const target = roots.get(file === '' ? name : file.replace('.schema.json', ''))?.$defs?.[definition]
  if (!target) throw new Error(`${name}: ${node.$ref} does not exist`)
  return { ...resolved(target, file === '' ? name : 'common'), ...node }
}

const offenders = (wrong: (place: Place) => boolean) => places.filter(wrong).map(({ where }) => where)

describe('the schemas', () => {
  it('cover every document of a case', () => {
    expect(names).toEqual(expect.arrayContaining([...documentNames]))
  })

  it('give every property a Chinese title and a description', () => {
    expect(
      offenders(({ node, property }) => property === true && !/\p{Script=Han}/u.test(node.title ?? '')),
    ).toEqual([])
    expect(
      offenders(({ node, property }) => property === true && (node.description ?? '').length < 4),
    ).toEqual([])
  })

  it('name matters of the law beside a description, and no article or annex', () => {
    const wrong = places.filter(({ node }) => {
      const matters = node['x-matter']
      if (matters === undefined) return false
      const isList = Array.isArray(matters) && matters.length > 0
      return !isList || !matters.every(isMatter) || !node.description
    })
    expect(wrong.map(({ where }) => where)).toEqual([])
    const numbered = /第[一二三四五六七八九十百千零0-9]+[条款项]|附件[0-9]/u
    expect(offenders(({ node }) => numbered.test(`${node.title ?? ''}${node.description ?? ''}`))).toEqual([])
  })

  it('use titles that tell the fields of one map apart', () => {
    const doubled = places.filter(({ node }) => {
      const titles = Object.values(node.properties ?? {}).map(({ title }) => title)
      return new Set(titles).size < titles.length
    })
    expect(doubled.map(({ where }) => where)).toEqual([])
  })

  it('say of a value by which day it is known, of a day that stands beside it or in the section around', () => {
    const wrong = (place: Place, around: readonly SchemaNode[]): string[] => {
      const { node, where } = place
      const sections = node.properties ? [node, ...around] : around
      return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
        const said = child['x-known-by']
        const holder = said?.startsWith('../') ? sections[1] : sections[0]
        const day = said?.replace('../', '')
        const isDay = day === undefined || (isDayOfFact(day) && Object.hasOwn(holder?.properties ?? {}, day))
        return [
          ...(isDay && day !== key ? [] : [`${where}.${key}`]),
          ...wrong({ where: `${where}.${key}`, node: child }, sections),
        ]
      })
    }
    const all = [...roots].flatMap(([name, root]) =>
      Object.entries(root.$defs ?? {}).flatMap(([key, node]) => wrong({ where: `${name}#${key}`, node }, [])),
    )
    expect(all).toEqual([])
    expect(places.filter(({ node }) => node['x-known-by']).length).toBeGreaterThan(60)
  })

  it('use no keyword outside the closed vocabulary', () => {
    expect(offenders(({ node }) => Object.keys(node).some((key) => !keywords.has(key)))).toEqual([])
  })

  it('refuse unknown keys in every object but the maps', () => {
    const open = offenders(({ node }) => node.properties !== undefined && node.additionalProperties !== false)
    expect(open).toEqual(['case#damage.quantities'])
  })

  it('require only properties that exist', () => {
    expect(offenders(({ node }) => (node.required ?? []).some((key) => !node.properties?.[key]))).toEqual([])
  })

  it('follow references that exist', () => {
    for (const { node, where } of places)
      expect(() => resolved(node, where.split(/[.#[]/)[0] ?? '')).not.toThrow()
  })

  it('name lists, references and formats of the closed sets', () => {
    expect(
      offenders(({ node }) => node['x-list'] !== undefined && !listNames.includes(node['x-list'])),
    ).toEqual([])
    expect(offenders(({ node }) => node['x-ref'] !== undefined && !refNames.includes(node['x-ref']))).toEqual(
      [],
    )
    const wrongPrompt = offenders(
      ({ node }) => node['x-format'] !== undefined && !promptFormats.includes(node['x-format']),
    )
    expect(wrongPrompt).toEqual([])
    expect(
      offenders(({ node }) => node.format !== undefined && !Object.hasOwn(formats, node.format)),
    ).toEqual([])
  })

  it('use every list of the law', () => {
    const used = new Set(places.flatMap(({ node }) => node['x-list'] ?? []))
    expect([...used].sort()).toEqual([...listNames].sort())
  })

  it('tell list items apart by properties that they have', () => {
    const wrong = places.filter(({ node, where }) => {
      if (!node['x-key']) return false
      const item = node.items && resolved(node.items, where.split(/[.#[]/)[0] ?? '')
      return node['x-key'].some((key) => !item?.properties?.[key])
    })
    expect(wrong.map(({ where }) => where)).toEqual([])
  })

  it('give every list of objects a key, but those whose items have none', () => {
    const keyless = places.filter(({ node, where }) => {
      if (!node.items || where.startsWith('output')) return false
      return resolved(node.items, where.split(/[.#[]/)[0] ?? '').type === 'object' && !node['x-key']
    })
    expect(keyless.map(({ where }) => where)).toEqual(['agreements#agreement.shares', 'investigation.facts'])
  })

  it('ask for a value, or call it otherwise, depending on a neighbour that exists and can have that value', () => {
    const wrong = places.filter(({ node, parent, where }) => {
      const conditions = [node['x-when'] ?? [], Object.keys(node['x-titles'] ?? {})].flat()
      return conditions
        .flatMap((each) => each.split('&'))
        .some((condition) => {
          const [path = '', values] = condition.split('=')
          const neighbour = parent?.properties?.[path.replace('!', '')]
          if (!neighbour) return true
          const codes = resolved(neighbour, where.split(/[.#[]/)[0] ?? '').oneOf?.map((branch) =>
            String(branch.const),
          )
          return codes && values?.split('|').some((value) => !codes.includes(value))
        })
    })
    expect(wrong.map(({ where }) => where)).toEqual([])
  })

  it('name each date of a case as a day on which something happened, or as one that is agreed or set', () => {
    /** The ends of a span; what has one is known as long as it stands in the record. */
    const spans = ['from', 'to', 'since']
    const named = places.filter(({ node, where, property }) => {
      const [name = ''] = where.split(/[.#[]/)
      return property && isDocumentName(name) && resolved(node, name).format === 'date'
    })
    const keys = [...new Set(named.map(({ where }) => where.split('.').at(-1) ?? ''))]
    expect(keys.length).toBeGreaterThan(50)
    const unknown = keys.filter((key) => !isDayOfFact(key) && !setDates.has(key) && !spans.includes(key))
    expect(unknown, 'see isDayOfFact and setDates in src/core/facts/past.ts').toEqual([])
  })

  it('propose values from paths that exist', () => {
    const wrong = places.filter(({ node }) => {
      const [document, ...path] = (node['x-default'] ?? '').split('.')
      return node['x-default'] !== undefined && !schemaAt(document as SchemaName, path)
    })
    expect(wrong.map(({ where }) => where)).toEqual([])
  })
})
