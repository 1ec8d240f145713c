import { describe, expect, it } from 'vitest'
import { readPacks } from '../../src/build/generate/law.ts'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import type { Matter } from '../../src/core/regulation/cite.ts'
import { UNREGULATED } from '../../src/core/regulation/cite.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import { createRegulation, type Regulation } from '../../src/core/regulation/regulation.ts'
import { actions } from '../../src/core/stages/actions/index.ts'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { viewOf } from '../../src/core/view.ts'
import { matterTitles } from '../../src/generated/matters.ts'
import { wholeCase } from '../forms/whole.ts'
import { settingOn, viewOfFixture } from '../support/setting.ts'

const today = '2026-12-24'
const packs = await readPacks()
const matters = Object.keys(matterTitles) as Matter[]

/** The law of Guangxi without one norm. */
function without(matter: Matter): Regulation {
  const changes = { matters: { [matter]: { absent: true } } }
  const head = { title: '某办法', shortTitle: '办法', status: 'in-force', issuer: '某省' }
  const pack = { id: 'without', extends: 'guangxi-2025-draft', ...head, ...changes }
  return createRegulation(resolvePack('without', [pack, ...packs]))
}

const facts = [
  wholeCase(today).facts,
  viewOfFixture('example-case', today).facts,
  viewOfFixture('example-case-2', today).facts,
]

describe.each(matters)('a text without %s', (matter) => {
  const regulation = without(matter)
  const setting = { ...settingOn(today), regulation }
  const views = facts.map((each) => viewOf(each, setting))
  const guards = new Set(caseRules.filter(({ contradiction }) => contradiction).map(({ id }) => id))
  const resting = new Set(caseRules.filter((rule) => rule.matter === matter).map(({ id }) => id))

  it('has no deadline that rests on it, and cites it nowhere', () => {
    const gone = deadlineRules.filter((rule) => rule.matter === matter).map(({ id }) => id)
    for (const view of views) {
      expect(view.deadlines.filter(({ deadline }) => gone.includes(deadline))).toEqual([])
      for (const { trace, article } of view.deadlines) {
        expect([article, ...trace.map((step) => `${step.step}${step.article}`)].join()).not.toMatch(
          /⟦|本规范未规定/,
        )
      }
      expect(openDuties(view).filter((each) => each.matter === matter)).toEqual([])
    }
  })

  it('finds nothing by a rule that rests on it alone', () => {
    for (const view of views) {
      const scope = Object.assign(view, {
        files: new Map(),
        projects: [],
        papers: () => [],
        drafts: () => [],
      })
      for (const { rule, message, article } of lintCase(scope, caseRules)) {
        expect(`${message}${article ?? ''}`).not.toMatch(/⟦|本规范未规定/)
        if (resting.has(rule) && !guards.has(rule)) expect(article).not.toBeNull()
      }
    }
  })

  it('refuses nothing in its name but contradictions, and what only it permitted', () => {
    for (const view of views) {
      for (const { action, blockedBy } of actionsFor(view)) {
        for (const { article, reason } of blockedBy) {
          expect(reason).not.toContain('⟦')
          if (action.matter !== matter) continue
          if (action.needsPermission) expect(reason).toMatch(/没有规定可以|已/u)
          else if (article === UNREGULATED) expect(reason).toMatch(/没有|尚未|已|不适用|还/u)
        }
      }
    }
  })
})

it('what the law only permits is an action that says so', () => {
  expect(actions.filter(({ needsPermission }) => needsPermission).length).toBeGreaterThan(8)
})
