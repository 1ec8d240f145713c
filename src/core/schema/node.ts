import type { Matter } from '../../generated/matters.ts'

/**
 * What a schema of ours may hold: JSON Schema draft 2020-12 and a small vocabulary for prompts, lists and merge.
 *
 * - `x-list`: the list of the regulation pack whose codes are allowed
 * - `x-ref`: the id is one of this case, and of what (`refNames`): a prompt offers those on record
 * - `x-default`: where a known value is proposed from, `document.path`
 * - `x-when`: asked only if the neighbouring path has a value (`stillObjectedOn`) or one of some values
 *   (`kind=failed`, `mode=tech-upgrade|other`) or none of them (`method!=lien`), all of several joined by `&`; the path
 *   is relative to the containing object
 * - `x-titles`: other titles of the value, by the condition (as of `x-when`) on its neighbours under which it has them
 * - `x-format`: how a prompt reads and checks the value (`promptFormats`): `money`, `date`, `text` of several lines …
 * - `x-ask: false`: a prompt does not ask for it unless its action does; `--set`, `--from` and the file can give it
 * - `x-key`: on an array of objects, the properties that tell its items apart
 * - `x-empty`: a list that must be there and may be empty, since what stands in it may not be known yet
 * - `x-backfill`: the required keys that a case taken over from a ledger may lack (`backfilled` in case.yaml)
 * - `x-matter`: the matters of the law that its description speaks of; who shows it adds where the pack writes them
 * - `x-known-by`: the day by which the value became known: the key of a day beside it (`judgedOn`), or of one in the section
 *   around (`../completedOn`); what is dated earlier does not tell the value
 * - `x-none`: what the value means that is left empty
 * - `x-file`: how the value is written in a file; of no use in a question
 */
export interface SchemaNode {
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, SchemaNode>>
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: string | number
  readonly enum?: readonly (string | number)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly propertyNames?: SchemaNode
  readonly additionalProperties?: boolean | SchemaNode
  readonly items?: SchemaNode
  readonly oneOf?: readonly SchemaNode[]
  readonly 'x-list'?: ListName
  readonly 'x-ref'?: RefName
  readonly 'x-default'?: string
  readonly 'x-when'?: string
  readonly 'x-titles'?: Readonly<Record<string, string>>
  readonly 'x-format'?: PromptFormat
  readonly 'x-ask'?: boolean
  readonly 'x-key'?: readonly string[]
  readonly 'x-empty'?: true
  readonly 'x-backfill'?: readonly string[]
  readonly 'x-matter'?: Matter | readonly Matter[]
  readonly 'x-known-by'?: string
  readonly 'x-none'?: string
  readonly 'x-file'?: string
}

/** Lists that belong to the law and stand in the regulation pack alone. */
export const listNames = [
  'channels',
  'damageScopes',
  'media',
  'damageKinds',
  'departments',
  'grounds',
  'appraisalKinds',
  'failureGrounds',
  'serviceMethods',
  'damageHeads',
  'substituteModes',
  'enforcementInstruments',
  'paymentDestinations',
  'handlingUnitKinds',
  'evaluationExemptions',
  'majorGrounds',
  'disclosureMatters',
  'levels',
  'clauses',
  'incidentGrades',
  'crossRegions',
  'suitProof',
] as const

type ListName = (typeof listNames)[number]

export const refNames = [
  'obligor',
  'evidence',
  'agreement',
  'appraisal',
  'payment',
  'project',
  'suit',
  'round',
] as const

export type RefName = (typeof refNames)[number]

export const promptFormats = [
  'money',
  'date',
  'dateTime',
  'creditCode',
  'idNumber',
  'bankAccount',
  'documentNumber',
  'paperNumber',
  'id',
  'caseId',
  'text',
  'citation',
  'name',
  'file',
  'rule',
] as const

type PromptFormat = (typeof promptFormats)[number]

/** Key in a map, or number in a list. */
export type PathSegment = string | number
