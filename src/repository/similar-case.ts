import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { plainInput } from '../core/plain-input.ts'
import { editDistance } from '../core/schema/suggest.ts'
import { locateGit } from './gitdir.ts'
import { isCaseId } from './paths.ts'
import { mayLeaveOut } from './sparse.ts'

/** The number of a case as people type it: nn2026-1, 2026-0001, ＮＮ－2026－0001, or only 1. */
const LOOSE = /^(?:(?:([A-Z][A-Z0-9]*?)-?)?(\d{4})-?)?(\d{1,4})$/

/** The cases of the repository at `root` that a number, as people type it, can mean. */
export function meantCases(root: string, word: string): string[] {
  const [, prefix, year, number] = LOOSE.exec(inPlainSigns(word)) ?? []
  return caseIdsIn(root).filter((id) => {
    const [own, ownYear, ownNumber] = id.split('-')
    return Number(ownNumber) === Number(number) && (year ?? ownYear) === ownYear && (prefix ?? own) === own
  })
}

/** The case of the repository at `root` that a wrong number most likely means; undefined where none is similar. */
export function similarCase(root: string, word: string): string | undefined {
  const written = inPlainSigns(word)
  return caseIdsIn(root).find((id) => editDistance(written, id) === 1)
}

/** 是否想写 NN-2026-0001？ Empty where no case is similar. */
export function caseHint(root: string, word: string): string {
  const meant = similarCase(root, word)
  return meant === undefined ? '' : `是否想写 ${meant}？`
}

/** How a case is had that a sparse checkout may have left out; empty where there is no sparse checkout. */
export function sparseHint(root: string, id: string): string {
  const git = locateGit(root)
  if (!git || !mayLeaveOut(git)) return ''
  const path = posix.join(git.prefix, 'cases', id)
  return `也可能没有取到这台电脑上（这里只取了一部分案件）：要办理的，运行 git sparse-checkout add ${path}`
}

/** Whether the repository at `root` has any case. */
export function hasCases(root: string): boolean {
  return caseIdsIn(root).length > 0
}

function inPlainSigns(word: string): string {
  return plainInput(word)
    .normalize('NFKC')
    .trim()
    .replace(/[‐‑‒–—―−_/]/g, '-')
    .toUpperCase()
}

function caseIdsIn(root: string): string[] {
  try {
    return readdirSync(join(root, 'cases')).filter(isCaseId).sort()
  } catch {
    return []
  }
}
