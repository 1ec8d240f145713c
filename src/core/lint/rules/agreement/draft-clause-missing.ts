import { missingClauses } from '../../../drafts/clauses.ts'
import { cite } from '../../../regulation/cite.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { agreementDrafts } from '../../paper-kind.ts'
import {
  blankInDraft,
  sampleDraft,
  titledDraft,
  unreadableDraft,
  withoutInDraft,
} from '../../sample-draft.ts'

export const draftClauseMissing = defineRule({
  id: 'agreement/draft-clause-missing',
  severity: 'error',
  about: 'breach',
  matter: 'agreement-contents',
  title: `Word 协议稿包含${cite('agreement-contents')}要求的全部内容`,
  why:
    '对方或者律师改回来的协议稿常有删漏和留空，照此签署就会缺少必备内容。案件文件夹里按协议稿检查的是：ejc 生成的赔偿协议，' +
    '作为协议文本登记的证据，名称为赔偿协议的 .docx 证据和文件；用 ejc lint 文件名.docx 可以检查任何一份。题名是别种文书的，不在此列。',
  mend: '在协议稿中补写该项；标题下面要有实际的约定。有修订的，接受和拒绝全部修订都应当完整。',
  reads: ['files'],
  *check(scope) {
    for (const { path, content } of agreementDrafts(scope)) {
      if (typeof content === 'string') {
        const place = { path, line: 1 }
        yield at('case', [], cannotCheck(content), { code: 'unreadable', subject: path, place })
        continue
      }
      for (const { message, line, ...more } of missingClauses(content, scope.regulation)) {
        yield at('case', [], message, { subject: path, place: { path, line }, ...more })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有协议稿', change: unchanged },
      { title: '各项都已写明', drafts: [sampleDraft], change: unchanged },
      { title: '题名是别种文书', drafts: [titledDraft('送达回证')], change: unchanged },
    ],
    reject: [
      {
        title: '没有违约责任',
        finds: ['error breach case'],
        drafts: [withoutInDraft('违约责任')],
        change: unchanged,
      },
      {
        title: '只有标题',
        finds: ['error breach case'],
        drafts: [blankInDraft('违约责任', '')],
        change: unchanged,
      },
      {
        title: '标题下面是待定',
        finds: ['error breach case'],
        drafts: [blankInDraft('违约责任', '待定。')],
        change: unchanged,
      },
      {
        title: '标题下面是填写说明',
        finds: ['error breach case'],
        drafts: [blankInDraft('违约责任', '（写明违约金的标准）')],
        change: unchanged,
      },
      { title: '文件打不开', finds: ['error unreadable case'], drafts: [unreadableDraft], change: unchanged },
    ],
  },
})

/** What is said of a draft that can't be read. */
export const cannotCheck = (why: string) => `协议稿无法检查：${why}`
