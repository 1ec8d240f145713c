/** The number of a commit as git shortens it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7)
}

/** The commit in brackets after what was done; empty where nothing was committed. */
export function commitMark(commit: string | null | undefined): string {
  return commit ? `（${shortCommit(commit)}）` : ''
}
