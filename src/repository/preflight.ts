import { RepositoryError } from './errors.ts'
import { type CommitState, commitState, type Identity, identityIn, waitForIndex } from './git-work-tree.ts'

/**
 * Throws in every state of git in which a commit would go wrong, and says how to leave it; waits for the index (ms).
 */
export async function needCommittable(
  root: string,
  identity?: Identity,
  waitMs?: number,
): Promise<CommitState> {
  const head = await commitState(root)
  if (head.inProgress !== null) {
    const how = `请先完成（git ${head.inProgress} --continue）或放弃（git ${head.inProgress} --abort）`
    throw new RepositoryError(
      'merge-in-progress',
      `git ${head.inProgress} 尚未结束，暂不能写入：${how}，再重试`,
    )
  }
  if (head.branch === null) {
    const how = '请先切换到分支（git switch main），或新建分支（git switch -c 分支名）'
    throw new RepositoryError('detached-head', `当前不在任何分支上（HEAD 分离），提交会丢失：${how}`)
  }
  if (!identity && !identityIn(head.settings)) {
    const how = 'git config --global user.name "姓名"\n  git config --global user.email "邮箱"'
    throw new RepositoryError(
      'no-identity',
      `git 不知道提交人是谁：请在终端里运行 ejc doctor --fix 填写，或者运行\n  ${how}`,
    )
  }
  await waitForIndex(root, waitMs)
  return head
}
