import type { Item } from '../../../core/stages/define.ts'
import { itemOrEmpty } from '../../shared/answers/collect.ts'
import type { OfficePrompts } from './office.ts'
import type { OfficePlace } from './places.ts'
import { cityDepartmentOf, type OfficeKind } from './regions.ts'

/** An office, a branch or not, and what tells the name on its papers. */
interface SigningOffice {
  readonly name: string
  readonly kind: string
  readonly place: OfficePlace
  /** What the call says of the unit, and what ejc.yaml says of it. */
  readonly given: Item
  readonly recorded: Item
}

/** Chosen where the name stands in no list, and where the branch acts in its own. */
const ANOTHER = '/other'
const OWN = '/own'

/**
 * The unit whose name stands on papers: of a branch, its city's department, unless the claimant has designated the
 * branch itself (`obligee`). Undefined where an office acts in its own name. `write` asks for a name that is not offered.
 */
export async function nameOnPapers(
  office: SigningOffice,
  prompts: OfficePrompts | undefined,
  write: () => Promise<Item>,
): Promise<string | undefined> {
  const { name, kind, place, given, recorded } = office
  const said = textOf(given.inNameOf)
  const isBranch: boolean = kind === ('city-branch' satisfies OfficeKind)
  if (said !== undefined || !isBranch) return said
  const department = cityDepartmentOf(name, place)
  const isKnown = recorded.name === name && recorded.kind === kind
  const proposal = isKnown ? textOf(recorded.inNameOf) : department
  if (!prompts) return proposal
  const names = [...new Set([proposal, department])].flatMap((each) =>
    each === undefined || each === name ? [] : each,
  )
  const choices = [
    ...names.map((each) => ({ value: each, name: `${each}（以市级部门名义，不需要另行授权）` })),
    { value: OWN, name: `${name}（用自己的名义：赔偿权利人指定的就是本单位）` },
    { value: ANOTHER, name: '（别的部门，接着自己填写）' },
  ]
  const answer = await prompts.choose('unit.inNameOf?', QUESTION, choices, proposal ?? OWN)
  if (answer === ANOTHER) return textOf(itemOrEmpty(await write()).inNameOf)
  return answer === OWN ? undefined : answer
}

const QUESTION = '协议、告知书、送达回证、函件上用哪个单位的名义？'

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
