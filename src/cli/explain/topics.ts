import { deadlineRules } from '../../core/deadlines/index.ts'
import { showPeriod } from '../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import { parseArticle } from '../../core/regulation/article.ts'
import type { Limit, Regulation } from '../../core/regulation/regulation.ts'
import { actions } from '../../core/stages/actions/index.ts'
import { stages } from '../../core/stages/stage.ts'
import { annexTopic, articleTopic } from './article.ts'
import { ruleTopic } from './rule.ts'
import { termTopics } from './terms.ts'
import { type Explanation, named, sections } from './topic.ts'

const deadlines = [...deadlineRules, ...repositoryDeadlineRules]

/** Everything that can be explained under the given law. */
export function topicsOf(regulation: Regulation): Explanation[] {
  return [
    ...[...caseRules, ...housekeepingRules].map(ruleTopic),
    ...regulation.articles.map((article) => articleTopic(article, regulation)),
    ...regulation.pack.annexes.map((annex) => annexTopic(annex, regulation)),
    ...deadlines.map((rule) => deadlineTopic(rule, regulation)),
    ...actions.map((action) => actionTopic(action, regulation)),
    ...regulation.forms.map((form) => formTopic(form)),
    ...Object.entries(stages).map(([id, { title, end }]) => stageTopic(id, title, end)),
    ...Object.keys(regulation.pack.periods)
      .filter((id) => !deadlines.some((rule) => rule.id === id))
      .map((id) => periodTopic(id, regulation)),
    ...Object.keys(regulation.pack.limits).map((id) => limitTopic(regulation.limit(id))),
    ...regulation.pack.points.map(pointTopic),
    ...termTopics(regulation),
  ]
}

/** The topics that a word names: by id, title or another word for it; an article or an annex by its number. */
export function findTopics(word: string, topics: readonly Explanation[]): Explanation[] {
  const wanted = word.trim()
  const number = parseArticle(wanted)
  if (number !== undefined)
    return topics.filter(({ kind, id }) => kind === 'article' && id === String(number))
  const lower = wanted.toLowerCase()
  return topics.filter(
    ({ id, title, aliases = [] }) =>
      id.toLowerCase() === lower || title === wanted || aliases.includes(wanted),
  )
}

type Heading = { readonly id: string; readonly title: string; readonly article: string }

function deadlineTopic({ id, title, article }: Heading, regulation: Regulation): Explanation {
  const entry = Object.hasOwn(regulation.pack.periods, id) ? regulation.period(id) : undefined
  const rules = caseRules.filter((rule) => rule.article === article)
  return {
    kind: 'deadline',
    id,
    title,
    article,
    sections: sections(
      ['期间', entry && `${showPeriod(entry)}${entry.advisory ? '（条文未规定，供提醒用）' : ''}`],
      ['条文要旨', regulation.article(article)?.gist],
      ['查看', `ejc due --explain 逐步说明每个日期如何得出`],
      ['同条规则', named(rules)],
    ),
  }
}

function actionTopic(action: (typeof actions)[number], regulation: Regulation): Explanation {
  const { id, title, article, form } = action
  return {
    kind: 'action',
    id,
    title,
    article,
    sections: sections(
      ['条文要旨', regulation.article(article)?.gist],
      ['文书', form && named(regulation.forms.filter((each) => each.id === form))],
      ['办理', `ejc advance 案件编号 ${id}`],
    ),
  }
}

function formTopic(form: Regulation['forms'][number]): Explanation {
  const { id, title, article, number } = form
  return {
    kind: 'form',
    id,
    title,
    article,
    sections: sections(
      ['出处', number === undefined ? '配套文书' : `附件2之${number}`],
      ['办理事项', named(actions.filter((action) => action.form === id))],
      ['生成', `ejc render 案件编号 ${id}`],
    ),
  }
}

function stageTopic(id: string, title: string, end: boolean): Explanation {
  const text = end ? '案件对该赔偿义务人到此为止。' : '按赔偿义务人分别推出；案件显示其中最靠前的。'
  return { kind: 'stage', id, title, article: null, sections: [['说明', text]] }
}

function periodTopic(id: string, regulation: Regulation): Explanation {
  const period = regulation.period(id)
  const nature = period.advisory
    ? '条文未规定，供提醒用'
    : period.principle
      ? '“一般”“原则上”，超过为警告'
      : ''
  return {
    kind: 'period',
    id,
    title: period.title,
    article: period.article,
    sections: sections(
      ['数值', showPeriod(period)],
      ['性质', nature],
      ['核对', verification(period.verified)],
    ),
  }
}

function limitTopic(limit: Limit): Explanation {
  const { id, title, article, amount, percent, count, verified } = limit
  const value = amount !== undefined ? `${amount} 元` : percent !== undefined ? `${percent}%` : String(count)
  return {
    kind: 'limit',
    id,
    title,
    article,
    sections: sections(['数值', value], ['核对', verification(verified)]),
  }
}

function pointTopic(point: Regulation['pack']['points'][number]): Explanation {
  const { id, title, article, rule, source, verified } = point
  return {
    kind: 'point',
    id,
    title,
    article,
    sections: sections(['内容', rule], ['出处', source], ['核对', verification(verified)]),
  }
}

function verification(verified: boolean): string {
  return verified ? '' : '未与原文核对'
}
