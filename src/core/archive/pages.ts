import { chineseDate, earliest, latest } from '../calendar/dates.ts'
import type { ConfigDocument } from '../facts/documents.ts'
import type { CaseView } from '../view.ts'
import { groupedBy, idsOf, isWord, withoutIds } from './item.ts'
import { type Filed, pagesOf, type Volume } from './volume.ts'

type Archive = NonNullable<ConfigDocument['archive']>
type ArchivedCase = NonNullable<Archive['volumes']>[number]

/** What the office has settled for the archive of a case; what it has not stays empty. */
function settled({ view }: Volume): Partial<Archive & ArchivedCase> {
  const { archive } = view.config
  const own = archive?.volumes?.find((each) => each.case === view.facts.id)
  return { ...archive, ...own }
}

/** What stands on the cover (GB/T 9705-2008), each with its label; empty where nobody has settled it. */
export interface Cover {
  readonly fonds: string
  readonly category: string
  readonly title: string
  readonly remark: string
  readonly rows: readonly (readonly [label: string, value: string])[]
}

/** 封面 */
export function coverOf(volume: Volume): Cover {
  const { view, items, isWorking } = volume
  const { fondsName = '', category = '', ...archive } = settled(volume)
  const pages = pagesOf(volume)
  const days = items.flatMap(({ date, datedBy }) => (datedBy === 'fact' && date ? [date] : []))
  const [first, last] = [earliest(...days), latest(...days)]
  return {
    fonds: fondsName,
    category,
    title: view.facts.case.title,
    remark: isWorking ? '工作卷（尚未归档）' : '',
    rows: [
      ['时　　间', first && last ? `自${chineseDate(first)}至${chineseDate(last)}` : ''],
      ['件　　数', `本卷共${items.length}件${pages === null ? '，　　　页' : `，${pages}页`}`],
      ['年　　度', archive.year ?? ''],
      ['保管期限', archive.retention ?? ''],
      ['密　　级', archive.secrecy ?? ''],
      ['全 宗 号', archive.fonds ?? ''],
      ['档　　号', archive.number ?? ''],
      ['承办单位', view.facts.case.jurisdiction.handlingUnit],
      ['案件编号', view.facts.id],
    ],
  }
}

/** 档号 as the pages after the cover repeat it. */
export function archiveNumber(volume: Volume): string {
  return settled(volume).number ?? ''
}

/** The columns of 卷内文件目录 by GB/T 9705-2008. */
export const contentsHeads = ['顺序号', '文号', '责任者', '题名', '日期', '页号', '备注'] as const

/** The rows of 卷内文件目录: the last item says where it ends, the others where they begin. */
export function contentsRows({ items }: Volume): string[][] {
  const last = items.findLast(({ from }) => from !== null)
  return items.map((item) => [
    String(item.number),
    item.documentNumber ?? '',
    item.responsible ?? '',
    item.title,
    item.date?.replaceAll('-', '') ?? '',
    pageNumbers(item, item === last),
    remarksOf(item).join('；'),
  ])
}

function pageNumbers({ from, to }: Filed, isLast: boolean): string {
  if (from === null || to === null) return ''
  return isLast && to > from ? `${from}-${to}` : String(from)
}

/** 备注: what the reader should know of an item beside its title. */
function remarksOf({ isPaged, isUnsigned, files, recordedPages, pages, from }: Filed): string[] {
  const former = files.filter(({ kind, file }) => kind === 'superseded' && !isWord(file)).length
  const differs = recordedPages !== null && pages !== null && recordedPages !== pages
  return [
    ...(isUnsigned ? ['未附签署件'] : []),
    ...(former ? [`附换下的签署件${former}份`] : []),
    ...(isPaged ? [] : ['电子文件']),
    // Its number is written by hand once the pages of those before are counted: how many it takes is known.
    ...(isPaged && from === null && pages !== null ? [`计${pages}页`] : []),
    ...(differs ? [`登记${recordedPages}页，实有${pages}页`] : []),
  ]
}

/** 本卷情况说明 of 备考表, a paragraph each. */
export function situationOf(volume: Volume): string[] {
  const { items, view, commit, isWorking, lacking } = volume
  const pages = pagesOf(volume)
  return [
    `本卷共${items.length}件${pages === null ? '' : `，${pages}页`}。由案件库于${chineseDate(view.today)}生成。`,
    ...(isWorking ? ['本卷为工作卷，尚未归档：', ...saidOnce(lacking, view)] : []),
    ...copiesText(volume),
    ...itemsText(items),
    ...missingText(volume),
    ...withoutPaperText(volume),
    ...exemptedText(volume),
    ...standingText(volume),
    `原始数据、记录经过和校验清单在“元数据”文件夹，数据取自提交 ${commit.slice(0, 10)}。`,
  ]
}

/** What findings say; several that say the same once their numbers are gone are counted. */
function saidOnce(messages: readonly string[], { facts }: CaseView): string[] {
  const ids = idsOf(facts)
  const said = messages.map((each) => firstSentence(each, ids))
  return [...groupedBy(said, (line) => line)].map(
    ([line, { length }]) => `　${length > 1 ? line.replace(/。?$/u, `（${length} 处）。`) : line}`,
  )
}

/** What a finding says, without what to do about it in the case repository, and where in it a file lies. */
function firstSentence(text: string, ids: ReadonlySet<string>): string {
  const said = text.replace(/。.*$/s, '。')
  const plain = withoutIds(said.replace(/（(?:attachments|documents)\/[^（）]*）/gu, ''), ids)
  // Where a number stood, no gap stays between the words.
  return plain.replaceAll(/(?<=\p{Script=Han}) +(?=[\p{Script=Han}「《])/gu, '')
}

function copiesText({ noPdf, items }: Volume): string[] {
  if (noPdf !== null) return [`文书没有转换为 PDF/A：${noPdf}。`]
  const copies = items.flatMap(({ files }) => files).filter(({ kind }) => kind === 'archival')
  const failed = groupedBy(
    items.filter((item) => item.noCopy !== null),
    (item) => item.noCopy,
  )
  return [
    ...(copies.length
      ? [
          `文书和 Word 材料的存档副本${copies.length}份由 LibreOffice 按 PDF/A-2b 转换，已核对标识和字体嵌入，未经 PDF/A 验证软件验证。`,
        ]
      : []),
    ...[...failed].map(([why, found]) => `第${numbersIn(found)}号没有 PDF/A 副本：${why}。`),
  ]
}

function itemsText(items: readonly Filed[]): string[] {
  const numbersOf = (wanted: (item: Filed) => boolean) => numbersIn(items.filter(wanted))
  const said = (numbers: string, text: string) => (numbers ? [`第${numbers}号${text}`] : [])
  return [
    ...[...groupedBy(items.filter(isUncounted), ({ why }) => why)].map(
      ([why, found]) => `第${numbersIn(found)}号页数待填：${why}。`,
    ),
    ...said(
      numbersOf(({ isUnsigned }) => isUnsigned),
      '没有签署件，以未签署的文书入卷。',
    ),
    ...said(
      numbersOf(({ datedBy }) => datedBy === 'commit'),
      '的日期为存入案件库的日期。',
    ),
  ]
}

/** 3、5 */
function numbersIn(items: readonly Filed[]): string {
  return items.map(({ number }) => number).join('、')
}

function isUncounted({ pages, isPaged, why }: Filed): boolean {
  return isPaged && pages === null && why !== null
}

function missingText({ absent }: Volume): string[] {
  if (!absent.length) return []
  return [`下列材料没有电子文件，未入卷：${absent.map(({ title }) => title).join('、')}。`]
}

/** What was done and can't be proved from the file. */
function withoutPaperText({ withoutPaper }: Volume): string[] {
  if (!withoutPaper.length) return []
  return ['下列事项已有记录，卷内没有登记与其对应的材料：', ...withoutPaper.map((line) => `　${line}`)]
}

/** Errors and warnings in full: who holds the paper has no case repository. */
function standingText({ standing: { count, messages }, view }: Volume): string[] {
  if (!messages.length) return []
  return [`立卷时检查还有${count}：`, ...saidOnce(messages, view)]
}

/** What the case says need not be there, with the reasons. */
function exemptedText({ view }: Volume): string[] {
  const found = view.facts.case.lint?.suppress ?? []
  return found.map(
    ({ reason, by }) => `豁免的检查：${reason.replace(/[。；]$/, '')}${by ? `（${by}）` : ''}。`,
  )
}
