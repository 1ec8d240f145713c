import { type PaperKind, paperKindOf } from '../drafts/paper-kind.ts'
import type { Amendment } from '../drafts/supplement.ts'
import { bindingAgreements } from '../facts/agreements.ts'
import type { Facts } from '../facts/facts.ts'
import { formTitle } from '../regulation/forms.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { CaseDraft, CaseScope } from './define.ts'

/** A paper with the kind that decides how it is checked, and its name. */
export interface KnownPaper extends Pick<PaperKind, 'kind' | 'name' | 'line'> {
  /** The title by which it was told; undefined where the properties of the file tell. */
  readonly title?: string
}

/** The kind of a text of a case: that of the form of which ejc made it, else by its title; undefined for an agreement. */
export function kindOfDraft(
  { form, content }: Pick<CaseDraft, 'form' | 'content'>,
  regulation: Regulation,
): KnownPaper | undefined {
  if (typeof content === 'string') return undefined
  const byTitle = paperKindOf(content.accepted, regulation.pack.drafts)
  if (form === undefined || form === null) return byTitle?.kind === 'agreement' ? undefined : byTitle
  // ejc makes a supplement of the form of agreements.
  if (form === 'agreement') return byTitle?.kind === 'supplement' ? byTitle : undefined
  return { kind: form, name: formTitle(regulation, form), line: 1 }
}

/** The texts of a case that are checked as agreements. */
export function agreementDrafts({ drafts, regulation }: CaseScope): CaseDraft[] {
  return drafts().filter((draft) => !kindOfDraft(draft, regulation))
}

/** The amending agreement to which a supplement belongs: the one that it names, else the last that binds. */
export function amendmentOf(
  facts: Facts,
  { agreement: id }: Pick<CaseDraft, 'agreement'>,
): Amendment | undefined {
  const amending = bindingAgreements(facts).filter(({ amends }) => amends !== undefined)
  const agreement = amending.find((each) => each.id === id) ?? (id === null ? amending.at(-1) : undefined)
  return agreement && { agreement, amended: facts.agreements.find((each) => each.id === agreement.amends) }
}

/** What is said of a paper that is no agreement. */
export function saysKind({ title, name, kind }: KnownPaper, compared: boolean | undefined): string {
  const seems = title === undefined ? `是${name}` : `题名是「${title}」，看起来是${name}`
  const checked = compared
    ? '已与案卷的记录核对'
    : kind === 'supplement' || kind === 'consultation-notice'
      ? `只核对了文稿自身的数字，${compared === undefined ? '放入案件文件夹再检查，才与案卷核对' : `案卷还没有记录这份${name}`}`
      : '只核对了文稿自身的数字'
  const otherwise = title === undefined ? '' : '如果是协议稿，请改正题名后再检查。'
  return `${seems}，不按赔偿协议检查各项条款；${checked}。${otherwise}`
}
