import type { CaseView } from '../view.ts'

/** The circumstance of a decision in the words of the text, with its article once it is in force; 其他 says nothing by itself. */
export function groundText({ regulation }: CaseView, code: string): string {
  const item = regulation.item('grounds', code)
  if (!item || code === 'other') return ''
  const basis =
    regulation.status === 'draft'
      ? ''
      : `（《${regulation.title}》${item.article ?? regulation.pack.lists.grounds?.article ?? ''}${item.item ?? ''}）`
  return `属于${item.label.replace(/的$/u, '')}的情形${basis}`
}
