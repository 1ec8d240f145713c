import { deadlineRules } from '../../../core/deadlines/index.ts'
import { showVersions } from '../../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../../core/lint/index.ts'
import { parseArticle } from '../../../core/regulation/article.ts'
import type { Matter } from '../../../core/regulation/cite.ts'
import { limitValue } from '../../../core/regulation/diff.ts'
import { isMatter } from '../../../core/regulation/matters.ts'
import type { Limit, Period, Regulation } from '../../../core/regulation/regulation.ts'
import { actions } from '../../../core/stages/actions/index.ts'
import { figureMatters } from '../../../generated/matters.ts'
import { matters } from '../../shared/law/matters.ts'
import { sendingCall } from '../../shared/wording/sending.ts'
import { filledSections, namedLines, type TopicExplanation } from './topic.ts'

interface RestingItem {
  readonly id: string
  readonly title: string
}

/** What rests on a matter, or on the matters of an article. */
export interface Resting {
  readonly periods: readonly Period[]
  readonly limits: readonly Limit[]
  readonly lists: readonly RestingItem[]
  readonly clauses: readonly RestingItem[]
  readonly deadlines: readonly RestingItem[]
  readonly actions: readonly RestingItem[]
  readonly rules: readonly RestingItem[]
  readonly forms: readonly RestingItem[]
}

/** What rests on one matter. */
export function restingOnMatter(matter: Matter, regulation: Regulation): Resting {
  return resting(regulation, (each) => each === matter)
}

/** What rests on an article or annex of the text, by its name. */
export function restingOnArticle(name: string, regulation: Regulation): Resting {
  return resting(regulation, (_, article) => isWrittenIn(article, name))
}

/** The matters that the text writes in one of its articles or annexes. */
export function mattersIn(name: string, { articleOf }: Regulation): Matter[] {
  return matters.filter((matter) => isWrittenIn(articleOf(matter), name))
}

/**
 * The articles and annexes of the text itself among several joined by 、; after another law's name, they are that law's.
 */
export function ownArticles(article: string): string[] {
  let isOwn = true
  return article.split('、').filter((part) => {
    if (!part.startsWith('第')) isOwn = part.startsWith('附件')
    return isOwn
  })
}

function isWrittenIn(article: string, name: string): boolean {
  const number = parseArticle(name)
  return ownArticles(article).some((part) =>
    number === undefined ? part === name : parseArticle(part) === number,
  )
}

/** `isHere` gets the matter, where there is one, and the article that the pack in force gives. */
function resting(
  { articleOf, periods, limits, clauses, forms, pack }: Regulation,
  isHere: (matter: Matter | undefined, article: string) => boolean,
): Resting {
  const serving = <T extends { readonly matter: Matter | null }>(items: readonly T[]): T[] =>
    items.filter(({ matter }) => matter !== null && isHere(matter, articleOf(matter)))
  const figures = <T extends { readonly id: string; readonly article: string }>(
    items: readonly T[],
    known: Readonly<Record<string, Matter>>,
  ): T[] => items.filter(({ id, article }) => isHere(known[id], article))
  const lists = Object.entries(pack.lists).map(([id, { title, article }]) => ({ id, title, article }))
  const restingOnIt = <T extends { readonly article: string }>(items: readonly T[]): T[] =>
    items.filter((item) => isHere(matterNamedBy(item), item.article))
  return {
    periods: figures(periods, figureMatters.periods),
    limits: figures(limits, figureMatters.limits),
    lists: figures(lists, figureMatters.lists),
    clauses: restingOnIt(clauses).map(({ code, title }) => ({ id: code, title })),
    deadlines: serving([...deadlineRules, ...repositoryDeadlineRules]),
    actions: serving(actions),
    rules: serving([...caseRules, ...housekeepingRules]),
    forms: restingOnIt(forms),
  }
}

/** The matter that an entry of a pack names. */
function matterNamedBy(entry: object): Matter | undefined {
  return 'matter' in entry && typeof entry.matter === 'string' && isMatter(entry.matter)
    ? entry.matter
    : undefined
}

/** What rests there, for a reader. */
export function restingSections({
  periods,
  limits,
  lists,
  clauses,
  deadlines,
  actions: done,
  rules,
  forms,
}: Resting): TopicExplanation['sections'] {
  return filledSections(
    ['期间', periods.map((period) => `${period.title} ${showVersions(period)}`).join('\n')],
    ['限额', limits.map((limit) => `${limit.title} ${limitValue(limit)}`).join('\n')],
    ['清单', namedLines(lists)],
    ['协议条款', namedLines(clauses)],
    ['期限', namedLines(deadlines)],
    ['报送以后记下', deadlines.flatMap(({ id }) => sendingCall(id) ?? []).join('\n')],
    ['办理事项', namedLines(done)],
    ['规则', namedLines(rules)],
    ['文书', namedLines(forms)],
  )
}
