import { hasAppraisal } from './case-file.ts'
import { type CaseParts, listed, type Part, withoutEmptyKeys } from './parts.ts'

/** Whether the row tells of anything after the investigation. */
function wasPursued({ text, texts, intake }: CaseParts): boolean {
  const later = [
    'notifiedOn',
    'servedOn',
    'outcome',
    'signedOn',
    'total',
    'confirmedOn',
    'confirmationAppliedOn',
    'suedOn',
    'judgedOn',
  ]
  const byObligor = intake.obligors.some(({ notifiedOn, servedOn }) => notifiedOn ?? servedOn)
  return byObligor || texts('metOn').length > 0 || later.some((id) => text(id) !== undefined)
}

/** Whether what the ledger calls the end is a decision not to initiate. */
export function isNotInitiated(parts: CaseParts): boolean {
  const { text } = parts
  return text('terminatedOn') !== undefined && text('initiatedOn') === undefined
}

/** screening.yaml */
export function screening(parts: CaseParts): Part | undefined {
  const { text, refuse } = parts
  const checkedOn = text('checkedOn')
  if (isNotInitiated(parts) && checkedOn === undefined)
    refuse('terminatedOn', '没有启动日期，按不启动索赔登记的，要写明核查日期；已经启动的，请写启动日期')
  if (checkedOn === undefined) return undefined
  if (!isNotInitiated(parts))
    return withoutEmptyKeys({ checkedOn, decision: text('initiatedOn') && 'initiate' })
  parts.remark('terminatedOn', '没有启动日期，按不启动索赔的决定登记')
  // Where the check found no damage, there is no ground to name, and the check is the decision.
  const isByCheck = text('terminationGround') === undefined && text('terminatedOn') === checkedOn
  if (isByCheck) return { checkedOn, decision: 'not-initiate' }
  return { checkedOn, decision: 'not-initiate', notInitiate: endPart(parts) }
}

/** The day and the ground of an end: a termination, or a decision not to initiate. */
export function endPart({ text, refuse }: CaseParts): Part {
  const decidedOn = text('terminatedOn')
  const [ground, ...reason] = (text('terminationGround') ?? '').split('：')
  if (!ground) refuse('terminationGround', '写了终止日期，没有写终止原因')
  return (
    withoutEmptyKeys({ ground: ground || undefined, reason: reason.join('：') || undefined, decidedOn }) ?? {}
  )
}

/** investigation.yaml */
export function investigation(parts: CaseParts): Part | undefined {
  const { text } = parts
  const initiatedOn = text('initiatedOn')
  const concludedOn = text('concludedOn')
  return withoutEmptyKeys({
    initiation: initiatedOn === undefined ? undefined : { initiatedOn },
    conclusion:
      concludedOn === undefined
        ? undefined
        : withoutEmptyKeys({ concludedOn, recommendation: recommended(parts) }),
  })
}

function recommended(parts: CaseParts): string | undefined {
  if (wasPursued(parts)) return 'consult'
  return parts.text('terminatedOn') !== undefined && !isNotInitiated(parts) ? 'terminate' : undefined
}

/** appraisals.yaml */
export function appraisals(parts: CaseParts): Part | undefined {
  if (!hasAppraisal(parts)) return undefined
  const { text } = parts
  const name = text('appraisalBody')
  const appraisal = withoutEmptyKeys({
    id: 'A1',
    kind: text('appraisalKind'),
    body: name === undefined ? undefined : { name },
    commissionedOn: text('commissionedOn'),
    receivedOn: text('opinionOn'),
    total: text('damageAmount'),
  })
  return { appraisals: [appraisal] }
}

/** consultation.yaml: one round. */
export function consultation(parts: CaseParts): Part | undefined {
  const issuedOn = noticeDay(parts)
  const services = servicesOf(parts)
  const meetings = meetingsOf(parts)
  if (issuedOn === undefined && !services.length && !meetings.length) return undefined
  const notice = issuedOn === undefined ? undefined : { issuedOn }
  return {
    rounds: [withoutEmptyKeys({ round: 1, notice, services: listed(services), meetings: listed(meetings) })],
  }
}

/** The day of the notice: one for a round, though the sheet of obligors may hold several. */
function noticeDay({ text, intake, remark }: CaseParts): string | undefined {
  const days = [...intake.obligors.map(({ notifiedOn }) => notifiedOn), text('notifiedOn')].filter(
    (day) => day !== undefined,
  )
  const [first, ...others] = [...new Set(days)].sort()
  if (others.length)
    remark('notifiedOn', `各义务人的告知日期不同，告知书按最早的 ${first} 登记，送达按各自的日期`)
  return first
}

function servicesOf({ intake, ids, text }: CaseParts): Part[] {
  return intake.obligors.flatMap(({ name, servedOn = text('servedOn'), serviceMethod: method }) => {
    const service = withoutEmptyKeys({ method, servedOn })
    return service ? [{ obligor: ids.get(name), ...service }] : []
  })
}

function meetingsOf(parts: CaseParts): Part[] {
  const { texts, ids } = parts
  const days = [...texts('metOn')].sort()
  const outcome = outcomeOf(parts, days.length)
  const all = [...ids.values()]
  return days.map((heldOn, index) => {
    const isLast = index === days.length - 1
    const ended = isLast && outcome === 'agreed' ? { outcome, agreedWith: all } : undefined
    const failed = isLast && outcome === 'failed' ? { outcome, failedWith: all } : undefined
    return { number: index + 1, heldOn, ...ended, ...failed }
  })
}

function outcomeOf({ text, refuse }: CaseParts, meetings: number): string | undefined {
  const outcome = text('outcome')
  if (outcome === undefined || meetings > 0) return outcome
  if (outcome === 'agreed' && text('signedOn') !== undefined) return undefined
  refuse('outcome', '写了磋商结果，没有写磋商会议日期，不知道是哪一天的结果：请写上会议日期')
  return undefined
}
