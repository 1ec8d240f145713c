import type { Severity } from '../lint/define.ts'
import type { Clause } from '../regulation/pack.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { agreementVocabulary } from './agreement-vocabulary.ts'
import type { WordDraft } from './draft.ts'
import { type ClauseState, recogniserOf } from './recognise.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Something wrong in a draft, at a paragraph of it. */
export interface DraftNote {
  readonly code: string
  readonly message: string
  /** The number of the paragraph, 1 when it is about the draft as a whole. */
  readonly line: number
  readonly article?: string
  /** Only where it is not sure. */
  readonly severity?: Severity
}

/**
 * The clauses that a draft lacks or leaves blank, by the words of the pack. Where changes are tracked, a note says when
 * only one of the two readings lacks the clause.
 */
export function missingClauses(
  draft: WordDraft,
  regulation: Regulation,
  vocabulary: Vocabulary = agreementVocabulary(regulation),
): DraftNote[] {
  const { requiredClauses } = regulation
  const accepted = recogniserOf(draft.accepted, vocabulary)
  const original = draft.original ? recogniserOf(draft.original, vocabulary) : accepted
  return requiredClauses.flatMap((clause) => {
    const states = [accepted(clause.code), original(clause.code)] as const
    const [now, before] = states.map(({ state }) => state !== 'present')
    if (!now && !before) return []
    if (now) return [noteOf(clause, states[0], before ? '' : '接受全部修订后，')]
    return [noteOf(clause, states[1], '拒绝全部修订后，')]
  })
}

function noteOf({ code, title, article }: Clause, state: ClauseState, reading: string): DraftNote {
  if (state.state === 'doubtful') {
    const message = `没有找到「${title}」；若写在第 ${state.number} 段，请核对该段是否写全。${article}；确实没有的，请补写。`
    return { code, article, severity: 'notice', line: state.number, message: `${reading}${message}` }
  }
  const where = { code, article, line: state.state === 'blank' ? state.number : 1 }
  const what =
    state.state === 'blank'
      ? `第 ${state.number} 段「${state.title}」之下没有写明「${title}」（留空、占位或者只有填写说明）`
      : `协议稿缺少「${title}」，没有找到这一项的标题和内容`
  return { ...where, message: `${reading}${what}。${article}；请补写，本案没有该项的，写明理由。` }
}
