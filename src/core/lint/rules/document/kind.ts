import { wrongNotice } from '../../../drafts/notice.ts'
import { unchanged } from '../../change.ts'
import type { CaseDraft, CaseScope } from '../../define.ts'
import { at, defineRule } from '../../define.ts'
import { amendmentOf, kindOfDraft, saysKind } from '../../paper-kind.ts'
import { draftSaying, sampleDraft, sampleNotice, titledDraft } from '../../sample-draft.ts'

export const documentKind = defineRule({
  id: 'document/kind',
  severity: 'notice',
  about: 'breach',
  severityStays: 'record',
  matter: null,
  title: 'Word 文件按题名是哪种文书，就按哪种文书检查',
  why: '把告知书、补充协议、会议纪要当作赔偿协议检查，会报出许多不该有的缺项；没有按协议检查的，也要让人知道。',
  mend: '核对题名。是协议稿的，改正题名；是别种文书的，不必处理。补充协议与变更协议的记录核对，磋商告知书与告知书的记录核对。',
  reads: ['files'],
  *check(scope) {
    for (const draft of scope.drafts()) {
      const paper = kindOfDraft(draft, scope.regulation)
      if (!paper) continue
      const compared = isCompared(draft, paper.kind, scope)
      if (compared && !draft.named) continue
      const place = { path: draft.path, line: paper.line }
      yield at('case', [], saysKind(paper, compared), { code: 'kind', subject: draft.path, place })
    }
  },
  examples: {
    accept: [
      { title: '赔偿协议', drafts: [sampleDraft], change: unchanged },
      {
        title: '题名不表明种类的，按赔偿协议检查',
        drafts: [draftSaying('详见会议纪要。')],
        change: unchanged,
      },
      { title: '已与记录核对的告知书', drafts: [sampleNotice({})], change: unchanged },
    ],
    reject: [
      {
        title: '会议纪要',
        finds: ['notice kind case'],
        says: ['题名是「磋商会议纪要」，看起来是会议纪要'],
        drafts: [titledDraft('磋商会议纪要')],
        change: unchanged,
      },
      {
        title: '案卷没有变更协议的记录',
        finds: ['notice kind case'],
        says: ['案卷还没有记录这份补充协议'],
        drafts: [titledDraft('生态环境损害赔偿补充协议')],
        change: unchanged,
      },
      {
        title: '点名检查的告知书',
        finds: ['notice kind case'],
        says: ['已与案卷的记录核对'],
        drafts: [{ ...sampleNotice({}), named: true }],
        change: unchanged,
      },
    ],
  },
})

function isCompared(draft: CaseDraft, kind: string, { facts, regulation }: CaseScope): boolean {
  if (typeof draft.content === 'string') return false
  if (kind === 'supplement') return amendmentOf(facts, draft) !== undefined
  if (kind !== 'consultation-notice') return false
  return wrongNotice(draft.content, facts, draft.subject ?? null, regulation) !== undefined
}
