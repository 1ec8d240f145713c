import type { Facts } from '../../facts/facts.ts'
import { foldText } from '../../folding.ts'
import { undecidedNames } from '../../forms/disclosure-text.ts'
import { personsOnFile } from '../../forms/public/persons.ts'
import type { CaseView } from '../../view.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'

/** 核定公开用名: an officer decides which possible names in a text for the public are masked and which are printed. */
export const decideNames = defineAction({
  id: 'decide-names',
  title: '核定公开用名',
  matter: 'disclosure',
  form: 'disclosure-text',
  moves: false,
  always: true,
  after: 'disclose',
  advised: (view) => undecidedNames(view).length > 0,
  subjects: (facts) => (facts.investigation?.initiation ? [null] : []),
  blockers: () => [],
  section: 'supervision.publicNames',
  mode: 'upsert',
  ask: ['mask', 'keep', 'decidedBy', 'decidedOn'],
  required: ['decidedBy', 'decidedOn'],
  defaults: (view) => {
    const { mask = [], keep } = view.facts.supervision.publicNames ?? {}
    const [decidedBy] = officerNames(view)
    return {
      mask: [...new Set([...mask, ...undecidedNames(view)])],
      ...(keep && { keep }),
      decidedOn: view.today,
      ...(decidedBy === undefined ? {} : { decidedBy }),
    }
  },
  refuse: (view, { mask = [], keep = [] }) => [
    ...contradictionIf(
      both(mask, keep).length > 0,
      `${quoted(both(mask, keep))}既写在“应当遮盖的人名”里，又写在“可以照登的字样”里，请删去一处`,
      'disclosure',
      { key: 'keep' },
    ),
    ...blockIf(
      namesOnFile(view, keep).length > 0,
      `${quoted(namesOnFile(view, keep))}是本案登记的自然人，公开时应当遮盖；是地名、单位名一部分的，请写全（如 高明湖）`,
      'disclosure',
      { key: 'keep' },
    ),
  ],
})

const fold = (text: string): string => foldText(text).folded
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

function both(mask: readonly string[], keep: readonly string[]): string[] {
  return keep.filter((word) => mask.some((name) => fold(name) === fold(word)))
}

/** The names that the officer wants to print although they are names of natural persons on record. */
function namesOnFile(view: { facts: Facts; config: CaseView['config'] }, keep: readonly string[]): string[] {
  const individuals = view.facts.obligors.filter(({ kind }) => kind === 'individual').map(({ name }) => name)
  const names = new Set([...personsOnFile(view).names, ...individuals].map(fold))
  return keep.filter((word) => names.has(fold(word)))
}
