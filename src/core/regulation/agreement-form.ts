/** Form 5 of the annex, 生态环境损害赔偿协议, as it is printed and as it is read again: its headings and its own lines. */

interface FormHeading {
  readonly text: string
  /** The section by which the pack says where a clause stands (`formSection`); undefined for a heading above others. */
  readonly section?: string
  /** The field under the heading; undefined for a heading above others. */
  readonly field?: string
  /** What the form asks for under the heading, printed in drafts only. */
  readonly hint?: string
}

/** The headings as the form numbers them. */
export const formHeadings: readonly FormHeading[] = [
  { text: '一、生态环境损害事实、相关证据和法律依据' },
  { text: '（一）事实情况', section: '一（一）', field: '事实情况' },
  { text: '（二）相关证据', section: '一（二）', field: '相关证据' },
  { text: '（三）相关法律依据及规定', section: '一（三）', field: '相关法律依据及规定' },
  { text: '二、生态环境损害责任认定', section: '二', field: '生态环境损害责任认定' },
  {
    text: '三、生态环境损害责任承担、履行方式和期限',
    section: '三',
    field: '生态环境损害责任承担、履行方式和期限',
    hint:
      '（包括生态环境修复费用的具体内容、构成依据以及费用负担等内容。' +
      '对于生态环境损害可以修复的案件，赔偿义务人应当按照“谁损害、谁承担修复责任”的原则对生态环境进行修复；' +
      '对生态环境损害无法修复或者无法完全修复的案件，赔偿义务人缴纳赔偿金。）',
  },
  { text: '四、其他约定', section: '四', field: '其他约定' },
]

/** Whether a heading of the form stands below no other: 一、 does, （一） does not. */
export function isChiefHeading(text: string): boolean {
  return !text.startsWith('（')
}

/** The titles under which the figures of an agreement are printed: they are recorded by themselves, in no clause. */
export const termTitles = [
  '赔偿金额及构成',
  '费用负担',
  '替代修复',
  '履行方式',
  '付款期限',
  '收款账户',
  '履约保证金',
  '签署各方',
] as const
export type TermTitle = (typeof termTitles)[number]

/** What the places begin with where the claimants beside the first and the co-signatories sign. */
export const placeBeginnings = {
  claimant: '赔偿权利人或其指定部门、机构（签章）：',
  coSignatory: '共同签署方（签章）：',
} as const

/** The first line of the signatures. */
export const signaturesBegin = '赔偿权利人或其指定部门、机构（盖章）'

/** What stands above the places to sign of a paper (its title) where they go over to another page. */
export const signingHeading = (title: string): string => `（《${title}》签署处）`
