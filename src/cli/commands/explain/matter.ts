import type { Matter } from '../../../core/regulation/cite.ts'
import { matterTitles } from '../../../core/regulation/matters.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { restingOnMatter, restingSections } from './resting.ts'
import { filledSections, type TopicExplanation, verification } from './topic.ts'

/** A matter: where the text writes it, or that it does not, and everything that rests on it. */
export function matterTopic(matter: Matter, regulation: Regulation): TopicExplanation {
  const { verified = true, note } = regulation.pack.matters[matter] ?? {}
  return {
    kind: 'matter',
    id: matter,
    title: matterTitles[matter],
    article: whereWritten(matter, regulation),
    sections: [
      ...filledSections(
        ['适用', unregulated(matter, regulation)],
        ['说明', note],
        ['核对', verification(verified)],
      ),
      ...restingSections(restingOnMatter(matter, regulation)),
    ],
  }
}

/** The article with paragraph and item; of a matter that the text lacks, that it does. */
export function whereWritten(matter: Matter, { has, citation, articleOf }: Regulation): string {
  return has(matter) ? citation(matter) : articleOf(matter)
}

/** What it means that the text lacks a matter, for what rests on it. */
export function unregulated(matter: Matter | null, { has }: Regulation): string | undefined {
  if (matter === null || has(matter)) return undefined
  return `适用的规范没有规定「${matterTitles[matter]}」，只以它为依据的期限、检查和限制不再出现。`
}
