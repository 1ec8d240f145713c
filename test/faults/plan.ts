/** One fault: where it comes and what it is. */
export interface Plan {
  /** Where the calls are written down; outside of the case repository. */
  readonly folder: string
  /** The call of node:fs, counted from 1. */
  readonly fsAt?: number
  readonly how?: 'kill' | 'ENOSPC' | 'EIO' | 'EACCES'
  /** Every later call fails too, as on a full disk. */
  readonly lasting?: boolean
  /** node fails from the moment when git has failed. */
  readonly afterGit?: boolean
  /** The call of git, counted from 1. */
  readonly gitAt?: number
  /** `fail`: git ends with 128 and does nothing; `late`: it does its work first; `kill`, `kill-late`: it is killed so; `all`: it and ejc are. */
  readonly gitHow?: 'fail' | 'late' | 'kill' | 'kill-late' | 'all' | 'all-late'
  /** git fails from the moment when node has failed. */
  readonly afterFs?: boolean
  /** A real disk of which so many KB are left: nothing else fails then. */
  readonly leftKb?: number
}

/** A plan with the words for the table. */
export interface Fault {
  readonly kind: string
  readonly plan: Omit<Plan, 'folder'>
}

const NODE = ['kill', 'ENOSPC', 'EIO', 'EACCES'] as const
const GIT = ['fail', 'late', 'kill', 'kill-late', 'all', 'all-late'] as const

/** All faults at a number of calls of node:fs and of git. */
export function faultsAt(fsCalls: number, gitCalls: number): Fault[] {
  const all: Fault[] = []
  for (let at = 1; at <= fsCalls; at++) {
    for (const how of NODE) all.push({ kind: `node ${how}`, plan: { fsAt: at, how } })
    all.push({ kind: 'node full disk', plan: { fsAt: at, how: 'ENOSPC', lasting: true } })
    all.push({
      kind: 'node and git',
      plan: { fsAt: at, how: 'ENOSPC', lasting: true, afterFs: true, gitHow: 'fail' },
    })
  }
  for (let at = 1; at <= gitCalls; at++) {
    for (const gitHow of GIT) all.push({ kind: `git ${gitHow}`, plan: { gitAt: at, gitHow } })
    for (const gitHow of ['fail', 'late'] as const)
      all.push({ kind: 'git and node', plan: { gitAt: at, gitHow, how: 'ENOSPC', afterGit: true } })
  }
  return all
}

/** From nothing to what the largest step needs. */
const LEFT = [0, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 400]

/** Real disks, more or less full. */
export const fullDisks: readonly Fault[] = LEFT.map((leftKb) => ({
  kind: `${leftKb} KB left`,
  plan: { leftKb },
}))

/** A `git` to stand first on PATH: it counts its calls and fails, or ends itself and its caller, as the plan says. */
export function gitWrapper(real: string): string {
  return `#!/bin/sh
D="$EJC_FAULT_FOLDER"
n=1
until (set -C; : > "$D/git-$n") 2>/dev/null; do n=$((n+1)); done
echo "$*" > "$D/git-$n"
how=
[ "$n" = "$EJC_FAULT_GIT" ] && how="$EJC_FAULT_HOW"
[ -n "$EJC_FAULT_AFTER_FS" ] && [ -e "$D/fs-failed" ] && how=fail
case "$how" in
  '') exec '${real}' "$@" ;;
  *late) '${real}' "$@" ;;
esac
: > "$D/git-failed"
case "$how" in
  all*) kill -9 $PPID; kill -9 $$ ;;
  kill*) kill -9 $$ ;;
esac
echo "fatal: write error: No space left on device" >&2
exit 128
`
}
