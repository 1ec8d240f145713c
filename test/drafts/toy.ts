import type { DraftParagraph } from '../../src/core/drafts/draft.ts'
import { type Vocabulary, vocabularyOf } from '../../src/core/drafts/vocabulary.ts'
import type { Clause, DraftWords } from '../../src/core/regulation/pack.ts'

/** A clause with its words, as a pack gives them. */
export function clause(code: string, title: string, words: Partial<Clause['recognise']> = {}): Clause {
  const recognise = { headings: [], content: [], ...words }
  return { code, title, required: true, article: '第二十一条', formSection: '四', recognise }
}

const words: DraftWords = {
  hints: ['填写说明', '此处填写'],
  blanks: ['待商', '另行约定'],
  signatures: ['甲方…盖章'],
  annexes: ['附件清单'],
}

const clauses: Clause[] = [
  clause('facts', '损害事实', { content: ['倾倒'] }),
  clause('plan', '修复方案', { content: ['清淤'] }),
  clause('opinions', '对修复方案的意见', { content: ['无异议'], sentences: ['无异议'] }),
  clause('breach', '违约责任', {
    content: ['违约金'],
    sentences: ['支付违约金'],
    except: ['不支付违约金'],
  }),
  clause('disputes', '争议解决', { headings: ['争议…处理'], content: ['起诉', '仲裁'] }),
]

/**
 * A few clauses with few words, so that a test shows what each word does. The answers are made anew each time: a
 * vocabulary remembers them, and none is to come from another test.
 */
export const vocabulary: Vocabulary = new Proxy(vocabularyOf(clauses, words), {
  get: (_, key) => Reflect.get(vocabularyOf(clauses, words), key),
})

/** A paragraph of body text, with what is special about it. */
export function para(text: string, more: Partial<DraftParagraph> = {}): DraftParagraph {
  return { number: 1, label: '', text, lead: '', bold: false, outline: null, cell: null, ...more }
}

/** Paragraphs as a test writes them: texts, or what is special about them. */
export type Lines = readonly (string | Partial<DraftParagraph>)[]

/** Paragraphs, numbered as they come. */
export function paras(...texts: Lines): DraftParagraph[] {
  return texts.map((each, index) =>
    para('', { number: index + 1, ...(typeof each === 'string' ? { text: each } : each) }),
  )
}

/** A text repeated until it is `length` signs long. */
export const long = (length: number, sign = '长'): string => sign.repeat(length)
