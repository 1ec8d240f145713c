import type { Calendar } from '../../../calendar/calendar.ts'
import type { ConfigDocument } from '../../../facts/documents.ts'
import { isCreditCode, isIdNumber } from '../../../facts/identifiers.ts'
import type { Regulation } from '../../../regulation/regulation.ts'
import { certificateForm, kindOfName } from '../cells/people.ts'
import type { IntakeObligor } from '../intake.ts'
import { type CaseParts, listed, type Part, withoutEmptyKeys } from './parts.ts'

/** What every case of an import shares. */
export interface IntakeSetting {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly config: ConfigDocument
  /** The day of the import. */
  readonly on: string
  /** The name of the file. */
  readonly source: string
  /** Whether the ledger has several sheets of cases. */
  readonly hasSheets: boolean
}

/** case.yaml without its id. */
export function caseFile(parts: CaseParts, setting: IntakeSetting): Part {
  const { text, texts } = parts
  const { regulation } = setting
  if (parts.intake.title === undefined) parts.refuse('title', '没有写案件名称')
  return {
    regulation: setting.config.regulation,
    title: parts.intake.title,
    cause: text('cause'),
    clue:
      withoutEmptyKeys({
        channel: text('channel'),
        foundOn: text('foundOn'),
        receivedOn: text('receivedOn'),
      }) ?? {},
    damage: withoutEmptyKeys({
      scope: regulation.item('damageScopes', 'covered') ? 'covered' : undefined,
      kind: text('damageKind'),
      location: text('location'),
      district: text('district'),
      estimatedLoss: hasAppraisal(parts) ? undefined : text('damageAmount'),
      quantities: quantities(parts, 'damaged'),
    }),
    jurisdiction: jurisdiction(parts, setting),
    officers: listed(texts('officers').map((name) => ({ name }))),
    obligors: parts.intake.obligors.map((obligor) => obligorPart(parts, obligor)),
    remarks: text('remarks'),
    backfilled: backfilled(parts, setting),
  }
}

/** Whether the row tells of an appraisal, or its heading calls the amount one: else the amount is an estimate. */
export function hasAppraisal({ text, intake }: CaseParts): boolean {
  const isAppraised = /鉴定|评估|量化/u.test(intake.headings.get('damageAmount') ?? '')
  const isTold = ['appraisalKind', 'appraisalBody', 'commissionedOn', 'opinionOn'].some(
    (id) => text(id) !== undefined,
  )
  return isTold || (isAppraised && text('damageAmount') !== undefined)
}

const kinds = {
  Soil: 'soilM3',
  Forest: 'forestM2',
  Farmland: 'farmlandM2',
  SurfaceWater: 'surfaceWaterM3',
  Groundwater: 'groundwaterM3',
  Wetland: 'wetlandM2',
  Waste: 'wasteT',
} as const

/** The ministry's quantities, damaged or restored. */
export function quantities({ text }: CaseParts, prefix: 'damaged' | 'restored'): Part | undefined {
  return withoutEmptyKeys(
    Object.fromEntries(Object.entries(kinds).map(([kind, key]) => [key, text(`${prefix}${kind}`)])),
  )
}

function jurisdiction({ text }: CaseParts, { config, regulation }: IntakeSetting): Part {
  const handlingUnit = text('handlingUnit') ?? config.unit?.name
  const isOurs = handlingUnit === config.unit?.name
  const department = regulation.item('damageKinds', text('damageKind'))?.department
  return (
    withoutEmptyKeys({
      level: config.level,
      obligee: config.obligee,
      handlingUnit,
      handlingUnitKind: isOurs ? config.unit?.kind : undefined,
      inNameOf: isOurs ? config.unit?.inNameOf : undefined,
      department,
    }) ?? {}
  )
}

function backfilled({ intake }: CaseParts, { on, source, hasSheets }: IntakeSetting): Part {
  const { sheet, row, number } = intake
  return withoutEmptyKeys({ on, source, sheet: hasSheets ? sheet : undefined, row, number }) ?? {}
}

function obligorPart(parts: CaseParts, obligor: IntakeObligor): Part {
  const { name, representative, address, phone } = obligor
  const kind = kindOf(parts, obligor)
  return (
    withoutEmptyKeys({
      id: parts.ids.get(name),
      kind,
      name,
      address,
      ...certificatePart(parts, obligor, kind),
      representative: representative === undefined ? undefined : { name: representative },
      phone,
    }) ?? {}
  )
}

function kindOf({ refuse }: CaseParts, { kind, name, certificate }: IntakeObligor): string | undefined {
  const form = certificate === undefined ? 'other' : certificateForm(certificate)
  const byForm = form === 'creditCode' ? 'organization' : form === 'idNumber' ? 'individual' : undefined
  const byName = kindOfName(name)
  if (kind === undefined && byForm !== undefined && byName !== undefined && byForm !== byName) {
    const looks = byName === 'individual' ? '自然人' : '单位'
    const paper = byForm === 'individual' ? '公民身份号码' : '统一社会信用代码'
    refuse('obligors', `“${name}”像是${looks}，证件号码却是${paper}：请核对，或者在“义务人”表的“类型”里写明`)
    return byForm
  }
  const known = kind ?? byForm ?? byName
  if (known === undefined)
    refuse('obligors', `看不出“${name}”是单位还是自然人：请在“义务人”表的“类型”里写明，或者填写证件号码`)
  return known
}

function certificatePart(
  { refuse, remark }: CaseParts,
  obligor: IntakeObligor,
  kind: string | undefined,
): Part {
  const { name, certificate, certificateKind } = obligor
  if (certificate === undefined) return {}
  if (certificateKind !== undefined) return { identity: { kind: certificateKind, number: certificate } }
  const form = certificateForm(certificate)
  if (form !== 'other' && !isCreditCode(certificate) && !isIdNumber(certificate))
    remark('certificates', `“${name}”的证件号码校验位不符，照台账登记，请核对`)
  if (form === 'creditCode' && kind === 'organization') return { creditCode: certificate }
  if (form === 'idNumber' && kind === 'individual') return { idNumber: certificate }
  refuse('certificates', whyNoCertificate(name, certificate, form, kind))
  return {}
}

function whyNoCertificate(name: string, number: string, form: string, kind: string | undefined): string {
  if (form === 'other')
    return `“${name}”的证件号码是 ${number.length} 位，不是 18 位：请核对；是护照等其他证件的，在“义务人”表写明“证件类型”`
  const what = form === 'idNumber' ? '公民身份号码' : '统一社会信用代码'
  return `“${name}”是${kind === 'individual' ? '自然人' : '单位'}，证件号码却像${what}：请核对`
}
