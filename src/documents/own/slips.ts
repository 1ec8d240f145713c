import { commonField, commonList, commonNames } from '../../core/forms/common/index.ts'
import { placed } from '../paper-place.ts'
import { paragraphsOf, paragraphText } from '../paragraphs.ts'
import { quotedName } from '../placeholders.ts'
import type { XmlElement } from '../xml.ts'

/** Brackets in which somebody may write a field by mistake: [案由], 【案由】, 《《案由》》. Braces are told of elsewhere. */
const BRACKETED =
  /([[［【〔〖〈<《«「『]{1,2})\s*([?？#＃/／]?)([^[\]［］【】〔〕〖〗〈〉<>《》«»「」『』\s]{1,20})\s*[\]］】〕〗〉>》»」』]{1,2}/gu
/** Titles and quotations stand in these: only twice are they no usual marks. */
const USUAL = /^[《「『]$/u
/** A label with nothing after it but a line to write on. */
const LABEL = /^\s*([^：:\s]{2,12})\s*[：:][\s＿_]*$/u
const MARKS = /[?？#＃/／]/u

/** The fields of a kind of template: by them a slip is told from a usual bracket or label. */
export interface FieldNames {
  /** Whether there is a field of that name, or a list: 案由, 证据.名称. */
  readonly isField: (name: string) => boolean
  /** The fields that a label with nothing after it may stand for. */
  readonly calledSo: (label: string) => readonly string[]
  /** Whether the paper has only these fields; an own paper leaves a line to write on for any other. */
  readonly isClosed: boolean
}

/** The fields of the papers that an office makes itself. */
export const commonFieldNames: FieldNames = {
  isField: isCommon,
  calledSo: commonFieldsCalled,
  isClosed: false,
}

/** What looks like a field and will be printed as it stands. */
export interface Slip {
  /** The field that is meant; of a label, the only one that it can be. */
  readonly name: string | undefined
  /** The paragraph, what is wrong in it and how to write it. */
  readonly told: string
}

/**
 * What looks like a field and will be printed as it stands, each with its paragraph and how to write it: names in other
 * brackets, and labels with nothing after them for which there is a field.
 */
export function slipsIn(trees: ReadonlyMap<string, XmlElement>, names: FieldNames): Slip[] {
  return [...trees].flatMap(([part, root]) =>
    paragraphsOf(root).flatMap((at, index) => {
      const text = paragraphText(at.element)
      const found = [...bracketedIn(text, names), ...labelIn(text, names)]
      return found.map(({ name, start, problem }) => ({
        name,
        told: placed({ part, paragraph: index + 1, at, start }, problem),
      }))
    }),
  )
}

/** What is wrong in a paragraph, and where. */
interface Found {
  readonly name: string | undefined
  readonly start: number
  readonly problem: string
}

function bracketedIn(text: string, { isField, isClosed }: FieldNames): Found[] {
  return [...text.matchAll(BRACKETED)].flatMap((match) => {
    const [raw, open = '', mark = '', written = ''] = match
    const name = written.replaceAll(/[．。]/gu, '.')
    const isKnown = isField(name.replace(MARKS, ''))
    const isMeant = open.length > 1 || (!USUAL.test(open) && isKnown)
    if (!isMeant) return []
    const way =
      isClosed && !isKnown
        ? '这种文书没有这个字段，请改成文字或者删去。'
        : `要填写的，写成 {{${mark}${written}}}（半角花括号，两个）。`
    const problem = `「${quotedName(raw)}」不是字段的写法，会照原样印出来；${way}`
    return [{ name, start: match.index, problem }]
  })
}

function labelIn(text: string, { calledSo }: FieldNames): Found[] {
  const [, label = ''] = LABEL.exec(text) ?? []
  const names = label ? calledSo(label) : []
  if (!names.length) return []
  const written = names.map((name) => `{{${name}}}`).join(' 或者 ')
  const [only, ...others] = names
  return [
    {
      name: others.length ? undefined : only,
      start: 0,
      problem: `「${label}」后面空着；要自动填写的，写成 ${label}：${written}。`,
    },
  ]
}

/** 案由, 证据.名称: whether a common field is called so. */
function isCommon(name: string): boolean {
  const [group = '', field] = name.split('.')
  const list = commonList(group)
  if (field === undefined) return list !== undefined || commonField(group) !== undefined
  return list?.fields.some((known) => known.name === field) ?? false
}

/** The field with the name of a label, or the few that end with it: 地点 is 损害地点 or 磋商地点. Of 日期 there are too many. */
function commonFieldsCalled(label: string): string[] {
  const all = commonNames()
  if (all.includes(label)) return [label]
  const found = all.filter((name) => name.endsWith(label))
  return found.length > MOST_NAMED ? [] : found
}

const MOST_NAMED = 3
