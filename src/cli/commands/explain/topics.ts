import type { DeadlineDescription } from '../../../core/deadlines/define.ts'
import { deadlineRules } from '../../../core/deadlines/index.ts'
import { showVersions } from '../../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../../core/lint/index.ts'
import { chineseNumeral, parseArticle } from '../../../core/regulation/article.ts'
import type { Matter } from '../../../core/regulation/cite.ts'
import { limitValue } from '../../../core/regulation/diff.ts'
import { formWord } from '../../../core/regulation/forms.ts'
import type { Limit, Period, Regulation } from '../../../core/regulation/regulation.ts'
import { actions, wordOf } from '../../../core/stages/actions/index.ts'
import { stages } from '../../../core/stages/stage.ts'
import { matters } from '../../shared/law/matters.ts'
import { sendingCall } from '../../shared/wording/sending.ts'
import { annexTopic, articleTopic } from './article.ts'
import { fieldLines } from './fields.ts'
import { matterTopic, unregulated } from './matter.ts'
import { ownArticles } from './resting.ts'
import { ruleTopic } from './rule.ts'
import { termTopics } from './terms.ts'
import { filledSections, namedLines, type TopicExplanation, verification } from './topic.ts'

const deadlines = [...deadlineRules, ...repositoryDeadlineRules]

/** Everything that can be explained under the given law. */
export function topicsOf(regulation: Regulation): TopicExplanation[] {
  const topics = [
    ...[...caseRules, ...housekeepingRules].map((rule) => ruleTopic(rule, regulation)),
    ...regulation.articles.map((article) => articleTopic(article, regulation)),
    ...regulation.pack.annexes.map((annex) => annexTopic(annex, regulation)),
    ...matters.map((matter) => matterTopic(matter, regulation)),
    ...deadlines.map((rule) => deadlineTopic(rule, regulation)),
    ...actions.map((action) => actionTopic(action, regulation)),
    ...regulation.forms.map((form) => formTopic(form, regulation)),
    ...Object.entries(stages).map(([id, { title, end }]) => stageTopic(id, title, end)),
    ...regulation.periods.filter(({ id }) => !deadlines.some((rule) => rule.id === id)).map(periodTopic),
    ...regulation.limits.map(limitTopic),
    ...regulation.pack.points.map(pointTopic),
    ...termTopics(regulation),
  ]
  return topics.map((topic) => topicWithCitations(topic, regulation))
}

/** The topic with every citation in its words filled in. */
function topicWithCitations(topic: TopicExplanation, regulation: Regulation): TopicExplanation {
  const said = topic.sections.map(([heading, text]) => [heading, regulation.written(text)] as const)
  return { ...topic, title: regulation.written(topic.title), sections: said }
}

/**
 * The topics that a word names: by id, title or a part of it, or another word for it; an article or an annex by its
 * number.
 */
export function findTopics(word: string, topics: readonly TopicExplanation[]): TopicExplanation[] {
  const wanted = word.trim()
  const number = parseArticle(wanted)
  if (number !== undefined)
    return topics.filter(({ kind, id }) => kind === 'article' && id === String(number))
  const lower = wanted.toLowerCase()
  const exact = topics.filter(
    ({ id, title, aliases = [] }) =>
      id.toLowerCase() === lower || title === wanted || aliases.includes(wanted),
  )
  if (exact.length || wanted === '') return exact
  const begun = topics.filter(({ title }) => title.startsWith(wanted))
  const named = begun.length ? begun : topics.filter(({ title }) => title.includes(wanted))
  // A part that many share names none of them.
  return named.length > MOST_BEGUN ? [] : named
}

const MOST_BEGUN = 3

function deadlineTopic(
  { id, title, matter, metBy }: DeadlineDescription,
  regulation: Regulation,
): TopicExplanation {
  const article = regulation.articleOf(matter)
  const entry = regulation.periods.find((period) => period.id === id)
  const isBeside = (other: Matter | null) => other !== null && regulation.articleOf(other) === article
  const rules = regulation.has(matter) ? caseRules.filter((rule) => isBeside(rule.matter)) : []
  return {
    kind: 'deadline',
    id,
    title,
    article,
    sections: filledSections(
      ['适用', unregulated(matter, regulation)],
      ['期间', entry && `${showVersions(entry)}${entry.advisory ? '（不是法定期限，供提醒用）' : ''}`],
      ['条文要旨', gistOf(article, regulation)],
      ['办结', metBy.map((step) => stepCall(step)).join('\n')],
      ['报送以后记下', sendingCall(id)],
      ['查看', '逐步说明每个日期如何得出：ejc due --explain'],
      ['同条规则', namedLines(rules)],
    ),
  }
}

/** The call by which an action is done in a case. */
function stepCall(id: string): string {
  const action = actions.find((each) => each.id === id)
  return action ? `ejc advance 案件编号 ${wordOf(action)}` : ''
}

/** The gists of the articles of the text itself among those that are cited. */
function gistOf(article: string, regulation: Regulation): string {
  return ownArticles(article)
    .flatMap((name) => regulation.article(name)?.gist ?? [])
    .join('\n')
}

function actionTopic(action: (typeof actions)[number], regulation: Regulation): TopicExplanation {
  const { id, title, matter, form } = action
  const article = regulation.articleOf(matter)
  return {
    kind: 'action',
    id,
    title,
    article,
    sections: filledSections(
      ['条文要旨', gistOf(article, regulation)],
      ['文书', form && namedLines(regulation.forms.filter((each) => each.id === form))],
      ['办理', stepCall(id)],
      ['要填的（不用终端提问时，每栏写一个 --set 键=值）', fieldLines(action, regulation.lists).join('\n')],
    ),
  }
}

function formTopic(form: Regulation['forms'][number], regulation: Regulation): TopicExplanation {
  const { id, title, article, number } = form
  return {
    kind: 'form',
    id,
    title,
    article,
    sections: filledSections(
      [
        '出处',
        number === undefined
          ? '配套文书'
          : `${regulation.articleOf('model-forms')}之${chineseNumeral(number)}`,
      ],
      [
        '办理事项',
        namedLines(
          actions.filter(({ form, otherForms = [] }) => [form, ...otherForms].some((each) => each === id)),
        ),
      ],
      ['生成', `ejc render 案件编号 ${formWord(regulation, id)}`],
    ),
  }
}

function stageTopic(id: string, title: string, end: boolean): TopicExplanation {
  const text = end ? '案件对该赔偿义务人到此为止。' : '按赔偿义务人分别推出；案件显示其中最靠前的。'
  return { kind: 'stage', id, title, article: null, sections: [['说明', text]] }
}

function periodTopic(period: Period): TopicExplanation {
  const nature = period.advisory
    ? '不是法定期限，供提醒用'
    : period.principle
      ? '“一般”“原则上”，超过为警告'
      : ''
  return {
    kind: 'period',
    id: period.id,
    title: period.title,
    article: period.article,
    sections: filledSections(
      ['数值', showVersions(period)],
      ['性质', nature],
      ['核对', verification(period.verified)],
    ),
  }
}

function limitTopic(limit: Limit): TopicExplanation {
  const { id, title, article, verified } = limit
  return {
    kind: 'limit',
    id,
    title,
    article,
    sections: filledSections(['数值', limitValue(limit)], ['核对', verification(verified)]),
  }
}

function pointTopic(point: Regulation['pack']['points'][number]): TopicExplanation {
  const { id, title, article, rule, source, verified } = point
  return {
    kind: 'point',
    id,
    title,
    article,
    sections: filledSections(['内容', rule], ['出处', source], ['核对', verification(verified)]),
  }
}
