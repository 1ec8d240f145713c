import { showVersions } from '../../../core/deadlines/period.ts'
import { limitText } from '../../../core/regulation/diff.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import { afterAgreement } from './glossary/after-agreement.ts'
import { untilAgreement } from './glossary/until-agreement.ts'
import type { Word } from './glossary/word.ts'
import { filledSections, type TopicExplanation } from './topic.ts'

/**
 * The words of the field, in the order of the proceedings; figures stand in the regulation pack and are put in from
 * there.
 */
export const glossary: readonly Word[] = [...untilAgreement, ...afterAgreement]

/** The lists of the law and each of their terms, the clauses of an agreement, and the words of the field. */
export function termTopics(regulation: Regulation): TopicExplanation[] {
  const items = itemTopics(regulation)
  const covered = new Set(items.map(({ id, title }) => `${id} ${title}`))
  const words = glossary.filter(({ id, title }) => !covered.has(`${id} ${title}`))
  return [
    ...words.map((word) => wordTopic(word, regulation)),
    ...listTopics(regulation),
    ...items,
    ...clauseTopics(regulation),
  ]
}

function wordTopic(word: Word, regulation: Regulation): TopicExplanation {
  const { id, title, aliases = [], matter } = word
  const article = regulation.articleOf(matter)
  return {
    kind: 'term',
    id,
    title,
    aliases,
    article,
    sections: filledSections(...wordSections(word, regulation)),
  }
}

function wordSections(
  { meaning, periods = [], limits = [], recorded = [], commands = [] }: Word,
  regulation: Regulation,
): (readonly [heading: string, text: string | undefined])[] {
  // A pack may lack a figure that this word has in other packs.
  const counted = regulation.periods.filter(({ id }) => periods.includes(id))
  const limited = regulation.limits.filter(({ id }) => limits.includes(id))
  return [
    ['含义', meaning],
    ['期间', counted.map((each) => `${each.title} ${showVersions(each)}（${each.article}）`).join('\n')],
    ['限额', limited.map((each) => `${each.title} ${limitText(each)}`).join('\n')],
    ['记录', recorded.map(recordedText).join('\n')],
    ['命令', commands.join('\n')],
  ]
}

/** `case.clue` → 案件 › 线索: the titles on the way; what has none is named as the file does. */
function recordedText(place: string): string {
  const [document = '', ...keys] = place.split('.')
  const path = keys.flatMap((key): PathSegment[] => (key.endsWith('[]') ? [key.slice(0, -2), 0] : [key]))
  // The schema boundary: a place begins with the name of a document.
  const titles = [...path.keys(), path.length].flatMap((length) =>
    typeof path[length - 1] === 'number'
      ? []
      : (schemaAt(document as SchemaName, path.slice(0, length))?.title ?? []),
  )
  return titles.join(' › ')
}

function listTopics({ pack }: Regulation): TopicExplanation[] {
  return Object.entries(pack.lists).map(([id, { title, article, items, note }]) => ({
    kind: 'list',
    id,
    title,
    article,
    sections: filledSections(
      ['内容', items.map(({ code, label }) => `${code}  ${label}`).join('\n')],
      ['说明', note],
    ),
  }))
}

/** A term is found by the words of the text or by its short label; an entry of the glossary adds its text. */
function itemTopics(regulation: Regulation): TopicExplanation[] {
  return Object.values(regulation.pack.lists).flatMap((list) =>
    list.items.map(({ code, label, short, help, article, item }): TopicExplanation => {
      const word = glossary.find(({ id, title }) => id === code && title === label)
      return {
        kind: 'term',
        id: code,
        title: label,
        aliases: short === undefined ? [] : [short],
        article: article ?? list.article,
        sections: filledSections(
          ['所属清单', list.title],
          ['说明', help],
          ['项', item],
          ...(word ? wordSections(word, regulation) : []),
        ),
      }
    }),
  )
}

function clauseTopics({ clauses, citation }: Regulation): TopicExplanation[] {
  return clauses.map(({ code, title, article, required, formSection }) => ({
    kind: 'term',
    id: code,
    title,
    article,
    sections: filledSections(
      ['所属清单', '赔偿协议条款'],
      ['要求', required ? '协议应当写明' : '可以不写'],
      ['位置', `${citation('form-agreement')} ${formSection}`],
    ),
  }))
}
