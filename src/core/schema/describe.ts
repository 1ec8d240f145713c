import type { Citations } from '../regulation/citation.ts'
import { isMatter } from '../regulation/matters.ts'
import type { SchemaNode } from './node.ts'

/** What a description needs to know of the text in force. */
export type Citing = Pick<Citations, 'has' | 'citation'>

/** A citation without the name of a law, which cites the text in force. */
const OWN_CITATION = /^[第附]/u

/**
 * The description of a value in the schema for a question, with the articles of its matters and what an empty value
 * means: 「签署的日期（第…条）。留空为全案。」
 */
export function descriptionText({ description = '', ...node }: SchemaNode, law: Citing): string {
  const none = node['x-none']
  const said = none === undefined ? description : `${description}留空为${none}。`
  return said && withCitations(said, node['x-matter'], law)
}

/** The same for who writes the file: it also says how the value is written there. */
export function fileDescription(node: SchemaNode, law: Citing): string {
  return `${descriptionText(node, law)}${node['x-file'] ?? ''}`
}

/**
 * Words with the citations of some matters before the full stop of the first sentence, each citation once; matters that
 * the text lacks, and names that are no matters, are ignored.
 */
export function withCitations(words: string, matters: unknown, law: Citing): string {
  const written = [matters].flat().flatMap((each) => {
    const matter = String(each)
    return isMatter(matter) && law.has(matter) ? law.citation(matter) : []
  })
  if (!written.length) return words
  // After an article of a named law, a reader would take an article without a name as one of that law.
  const own = written.filter((each) => OWN_CITATION.test(each))
  const cited = `（${[...new Set([...own, ...written])].join('、')}）`
  const stop = words.indexOf('。')
  return stop < 0 ? `${words}${cited}` : `${words.slice(0, stop)}${cited}${words.slice(stop)}`
}
