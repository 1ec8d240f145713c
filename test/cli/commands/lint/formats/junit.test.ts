import { describe, expect, it } from 'vitest'
import { junit } from '../../../../../src/cli/commands/lint/formats/junit.ts'
import { createRepository } from '../../../../support/cli.ts'
import { findings, rules } from './findings.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its references undone; what is no reference, or no character of XML 1.0, is an error. */
function plain(raw: string): string {
  if (/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(raw))
    throw new Error('character outside of XML 1.0')
  return raw.replace(/&(#\d+|\w+)?(;)?|[<>]/g, (mark, name: string | undefined, end: string | undefined) => {
    if (name === undefined || end === undefined) throw new Error(`bare ${mark}`)
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const meant = marks[name]
    if (meant === undefined) throw new Error(`unknown entity ${name}`)
    return meant
  })
}

/** A strict reader of the XML that reports are made of: elements, attributes in double quotes, text. */
function readXml(text: string): Element {
  const [, body = ''] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n([\s\S]*)$/.exec(text) ?? []
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const token = /<(\/?)([a-z-]+)((?: [a-z-]+="[^"<]*")*)(\/?)>|([^<]+)|</g
  for (const [piece, closing, name, list = '', empty, words] of body.matchAll(token)) {
    const parent = open.at(-1)
    if (!parent) throw new Error('text after the end')
    if (words !== undefined) parent.text += plain(words)
    else if (name === undefined) throw new Error(`not well-formed at ${piece}`)
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another`)
    } else {
      const pairs = [...list.matchAll(/ ([a-z-]+)="([^"]*)"/g)]
      const attributes = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, plain(value)]))
      if (Object.keys(attributes).length !== pairs.length) throw new Error(`an attribute twice in <${name}>`)
      const element: Element = { name, attributes, children: [], text: '' }
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [top, ...others] = root.children
  if (open.length !== 1 || !top || others.length || root.text.trim()) throw new Error('not one element')
  return top
}

const named = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)])

/** What the readers of CI servers rely on: elements, their attributes, and counts that agree. */
function expectJunit(root: Element): void {
  expect(root.name).toBe('testsuites')
  const suites = named(root, 'testsuite')
  for (const counted of [root, ...suites]) {
    const tests = named(counted, 'testcase')
    expect(Number(counted.attributes.tests)).toBe(tests.length)
    expect(Number(counted.attributes.failures)).toBe(
      tests.filter((test) => named(test, 'failure').length).length,
    )
    expect(counted.attributes.errors).toBe('0')
  }
  expect(root.children).toEqual(suites)
  const tests = named(root, 'testcase')
  for (const { attributes, children } of tests) {
    expect(Object.keys(attributes)).toEqual(['classname', 'name', 'time'])
    for (const child of children) expect(['failure', 'system-out']).toContain(child.name)
  }
  const keys = tests.map(({ attributes }) => `${attributes.classname} ${attributes.name}`)
  expect(new Set(keys).size).toBe(keys.length)
}

describe('JUnit XML', () => {
  const root = readXml(junit({ findings, rules, prefix: '' }))

  it('is well-formed and has the shape that CI servers read, with findings and without', () => {
    expectJunit(root)
    expectJunit(readXml(junit({ findings: [], rules, prefix: '' })))
  })

  it('is read by a reader that can refuse', () => {
    const text = junit({ findings, rules, prefix: '' })
    for (const broken of [
      text.replace('&lt;', '<'),
      text.replace('&amp;', '& '),
      text.replace('</testsuite>', ''),
    ])
      expect(() => readXml(broken)).toThrow()
  })

  it('has one suite a rule; errors fail, warnings and notices are the output of a passed test', () => {
    const suite = (id: string) => named(root, 'testsuite').find(({ attributes }) => attributes.name === id)
    expect(named(root, 'testsuite')).toHaveLength(rules.length)
    expect(suite('agreement/clause-missing')?.attributes).toMatchObject({ tests: '1', failures: '1' })
    expect(suite('deadline/soon')?.attributes).toMatchObject({ tests: '1', failures: '0' })
    expect(suite('case/date-order')?.children[0]?.children).toEqual([])
    const [failure] = named(root, 'failure')
    expect(failure?.attributes).toEqual({ message: '协议缺少违约责任。', type: 'error' })
    expect(failure?.text.split('\n')).toHaveLength(2)
    expect(failure?.text).toContain(
      'cases/NN-2025-0007/agreements.yaml:9:5 错误 协议缺少违约责任。（第二十一条）',
    )
  })

  it('keeps hostile text as text, without what XML can not hold', () => {
    const failure = named(root, 'failure').at(-1)
    expect(failure?.attributes.message).toBe('第一行\n::error::假的\n"双"\'单\'<b>&amp;]]>,:%0A反[31m完')
  })

  it('comes from the program itself', () => {
    const repository = createRepository('example-case', 'example-case-2')
    const { exit, stdout } = repository.ejc(['lint', '--format', 'junit', '--today', '2026-11-24'])
    expect(exit).toBe(1)
    const read = readXml(stdout)
    expectJunit(read)
    expect(Number(read.attributes.failures)).toBeGreaterThan(3)
    const only = repository.ejc(['lint', '--format', 'junit', '--rule', 'case/date-order'])
    expect(readXml(only.stdout).attributes.tests).toBe('1')
  })
})
