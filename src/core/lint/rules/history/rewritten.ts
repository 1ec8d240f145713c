import { defineHistoryRule } from '../../define.ts'
import { isByEjc, sayCommit } from '../../history.ts'

/** ejc writes a commit once; a rewritten commit may differ from what ejc recorded. */
export const historyRewritten = defineHistoryRule({
  id: 'history/rewritten',
  severity: 'warning',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '办理记录的提交没有被改写',
  why: 'ejc 的提交写成以后不再改动；经过修补、变基或者摘取的提交，内容可能已经不是当时记录的。',
  mend: '与备份或者其他人的副本核对该提交；以后不要对案件库使用会改写历史的 git 操作。',
  *check(commit) {
    const [first] = commit.changes
    if (!first || !isByEjc(commit) || !(commit.rewritten || commit.repeated)) return
    const how = commit.repeated
      ? '与更早的一个提交是同一次办理，是重复摘取的'
      : '作者时间与提交时间不同，是改写过的'
    yield { case: first.case, document: first.document, message: `${sayCommit(commit)}${how}。请核对。` }
  },
  examples: {
    accept: [
      { title: '写成以后没有动过', commit: {} },
      { title: '手工的提交改写过', commit: { rewritten: true, transaction: null, action: null } },
    ],
    reject: [
      { title: '修补过的提交', commit: { rewritten: true } },
      { title: '同一次办理出现两次', commit: { repeated: true } },
    ],
  },
})
