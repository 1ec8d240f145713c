import type { Citations } from '../regulation/citation.ts'
import { isMatter } from '../regulation/matters.ts'
import type { SchemaNode } from './node.ts'

/** What a description needs to know of the text in force. */
export type Citing = Pick<Citations, 'has' | 'citation'>

/** A citation without the name of a law: it is of the text in force. */
const OWN = /^[第附]/u

/** What the schema says of a value, with where the law writes its matters: 「签署的日期（第…条）。」 */
export function describe({ description = '', ...node }: SchemaNode, law: Citing): string {
  return withCitations(description, node['x-matter'], law)
}

/**
 * Words with the citations of some matters before the full stop of their first sentence, each once; those that the text
 * lacks, and names that are no matters, are passed over.
 */
export function withCitations(words: string, matters: unknown, law: Citing): string {
  const written = [matters].flat().flatMap((each) => {
    const matter = String(each)
    return isMatter(matter) && law.has(matter) ? law.citation(matter) : []
  })
  if (!written.length) return words
  // An article after one of a named law would be read as that law's.
  const own = written.filter((each) => OWN.test(each))
  const cited = `（${[...new Set([...own, ...written])].join('、')}）`
  const stop = words.indexOf('。')
  return stop < 0 ? `${words}${cited}` : `${words.slice(0, stop)}${cited}${words.slice(stop)}`
}
