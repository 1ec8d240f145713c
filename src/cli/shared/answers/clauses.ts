import { clauseTexts } from '../../../core/drafts/clause-texts.ts'
import { vocabularyOf } from '../../../core/drafts/vocabulary.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { shownValue } from '../../../core/schema/messages.ts'
import type { Item } from '../../../core/stages/define.ts'

/** The clauses in a text by their codes, or the error that a part of the text belongs to no clause. */
export type ReadClauses = (text: string) => Item | { readonly wrong: string }

/** As an officer types it, and as the agreement prints it. */
const NOT_APPLICABLE = /^(?:本案)?不涉及[:：]\s*([\s\S]+)$/

/** A clause as the files hold it; 「不涉及：理由」 says that the case does not need the clause. */
export function clauseOf(text: string): string | { readonly notApplicable: string } {
  const reason = NOT_APPLICABLE.exec(text.trim())?.[1]?.trim()
  return reason ? { notApplicable: reason } : text
}

/** Reads the clauses of an agreement out of one text by its headings, in the words of the pack. */
export function clauseReader({ clauses, pack }: Pick<Regulation, 'clauses' | 'pack'>): ReadClauses {
  const titleOf = (code: string): string => clauses.find((clause) => clause.code === code)?.title ?? code
  return (text) => {
    const { texts, strays } = clauseTexts(text, vocabularyOf(clauses, pack.drafts))
    const wrong = strays.map(({ line, title, names }) => {
      if (title === undefined) return `第 ${line} 行在第一个条款的标题之前`
      const meant = names.length ? `同时是${names.map(titleOf).join('、')}，请分开写` : '认不出是哪一项条款'
      return `第 ${line} 行的标题“${shownValue(title)}”${meant}`
    })
    const known = clauses.map(({ title }) => title).join('、')
    if (wrong.length) return { wrong: `${wrong.join('；')}。标题可以写：${known}` }
    if (!texts.size) return { wrong: `没有找到条款的标题。标题可以写：${known}` }
    return Object.fromEntries([...texts].map(([code, written]) => [code, clauseOf(written)]))
  }
}
