import { deadlineRules } from '../../core/deadlines/index.ts'
import { showPeriod } from '../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import { articleName, parseArticle } from '../../core/regulation/article.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { actions } from '../../core/stages/actions/index.ts'
import { type Explanation, named, sections } from './topic.ts'

/** An article: its gist, what ejc does about it, and everything that names it. */
export function articleTopic(article: Regulation['articles'][number], regulation: Regulation): Explanation {
  const { number, title, gist, ejc } = article
  const here = <T extends { readonly article: string | null }>(items: readonly T[]): T[] =>
    items.filter((item) => item.article !== null && parseArticle(item.article) === number)
  const periods = here(Object.keys(regulation.pack.periods).map((id) => regulation.period(id)))
  return {
    kind: 'article',
    id: String(number),
    title: `${articleName(number)} ${title}`,
    article: articleName(number),
    sections: sections(
      ['要旨', gist],
      ['在 ejc 中', ejc.replaceAll('`', '')],
      ['期间', periods.map((period) => `${period.title} ${showPeriod(period)}`).join('\n')],
      ['期限', named(here([...deadlineRules, ...repositoryDeadlineRules]))],
      ['办理事项', named(here(actions))],
      ['规则', named(here([...caseRules, ...housekeepingRules]))],
      ['文书', named(here(regulation.forms))],
    ),
  }
}

/** An annex: its gist, what ejc does about it, and everything that names it. */
export function annexTopic(
  annex: Regulation['pack']['annexes'][number],
  regulation: Regulation,
): Explanation {
  const { number, title, gist, ejc } = annex
  const id = `附件${number}`
  const here = <T extends { readonly article: string | null }>(items: readonly T[]): T[] =>
    items.filter(({ article }) => article === id)
  const lists = Object.entries(regulation.pack.lists).map(([name, list]) => ({ id: name, ...list }))
  return {
    kind: 'article',
    id,
    title: `${id} ${title}`,
    article: id,
    sections: sections(
      ['要旨', gist],
      ['在 ejc 中', ejc.replaceAll('`', '')],
      ['清单', named(here(lists))],
      ['规则', named(here([...caseRules, ...housekeepingRules]))],
    ),
  }
}
