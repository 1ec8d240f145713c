import { deadlineRules } from '../../../core/deadlines/index.ts'
import { repositoryDeadlineRules } from '../../../core/deadlines/repository.ts'
import { caseRules } from '../../../core/lint/index.ts'
import { articleName } from '../../../core/regulation/article.ts'
import { matterTitles } from '../../../core/regulation/matters.ts'
import type { Annex, Article } from '../../../core/regulation/pack.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { actions } from '../../../core/stages/actions/index.ts'
import { mattersIn, restingOnArticle, restingSections } from './resting.ts'
import { filledSections, namedLines, type TopicExplanation } from './topic.ts'

/** An article: its gist, the matters that it writes, and everything that rests on them. */
export function articleTopic(article: Article, regulation: Regulation): TopicExplanation {
  return provision(String(article.number), articleName(article.number), article, regulation)
}

/** An annex, likewise. */
export function annexTopic(annex: Annex, regulation: Regulation): TopicExplanation {
  const name = `附件${annex.number}`
  return provision(name, name, annex, regulation)
}

/** A text of the pack with what stands in backticks as people know it: a step, a check, a paper by its title. */
function titled(text: string, { forms }: Regulation): string {
  const known = [...actions, ...deadlineRules, ...repositoryDeadlineRules, ...caseRules, ...forms]
  return text.replace(
    / ?`([^`]+)` ?/gu,
    (_, name: string) => `「${known.find(({ id }) => id === name)?.title ?? name}」`,
  )
}

function provision(
  id: string,
  name: string,
  { title, gist, ejc }: Article | Annex,
  regulation: Regulation,
): TopicExplanation {
  const written = mattersIn(name, regulation).map((matter) => ({ id: matter, title: matterTitles[matter] }))
  return {
    kind: 'article',
    id,
    title: `${name} ${title}`,
    article: name,
    sections: [
      ...filledSections(
        ['要旨', gist],
        ['在 ejc 中', ejc && titled(ejc, regulation)],
        ['事项', namedLines(written)],
      ),
      ...restingSections(restingOnArticle(name, regulation)),
    ],
  }
}
