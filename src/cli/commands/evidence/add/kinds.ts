import { extname } from 'node:path'
import type { Evidence } from '../../../../core/facts/documents.ts'
import type { Item } from '../../../../core/stages/define.ts'

type Kind = NonNullable<Evidence['kind']>

/**
 * The kinds that the name of a paper tells, whatever program it was written with; undefined where only the officer can
 * say it: a record of questions is 当事人陈述 or 证人证言 by who answered.
 */
const BY_NAME: readonly (readonly [words: RegExp, kind: Kind | undefined])[] = [
  [/勘[验查察].{0,6}笔录/u, 'inspection'],
  [/笔录|询问|讯问|谈话|证言|证词|陈述|自述/u, undefined],
  [/(?:委托|合同|协议|函|通知书?|回证|发票|资质|异议|答复)(?:书|意见)?(?:[（(]|$)/u, 'documentary'],
  [/(?:鉴定|损害)(?:评估)?(?:意见书?|报告书?)/u, 'appraisal'],
]

/** The kinds that the ending of a file tells: what is kept in an electronic medium is 电子数据, a page of text 书证. */
const BY_ENDING: readonly (readonly [endings: readonly string[], kind: Kind])[] = [
  [['.jpg', '.jpeg', '.png', '.heic', '.bmp', '.gif', '.tif', '.tiff', '.webp'], 'electronic'],
  [['.mp4', '.mov', '.avi', '.mkv', '.wmv', '.3gp', '.mp3', '.wav', '.m4a', '.amr'], 'electronic'],
  [['.pdf', '.doc', '.docx', '.wps', '.ofd'], 'documentary'],
]

/** The kind that all of the new entries likely are, to be proposed at its question; empty where nothing tells it. */
export function likelyKind(entries: readonly Pick<Evidence, 'title' | 'file' | 'outside'>[]): Item {
  const kinds = entries.map(({ title, file, outside }) => evidenceKindOf(title, file ?? outside ?? ''))
  const [only, ...others] = new Set(kinds)
  return only === undefined || others.length ? {} : { kind: only }
}

/** The kind that a file likely is; undefined where nothing tells it, or a picture is of a paper of another kind. */
function evidenceKindOf(title: string, file: string): Kind | undefined {
  const named = BY_NAME.find(([words]) => words.test(title))
  const ending = extname(file).toLowerCase()
  const medium = BY_ENDING.find(([endings]) => endings.includes(ending))?.[1]
  if (!named) return medium
  return medium === 'electronic' ? undefined : named[1]
}
