import { deadlineRules } from '../../../core/deadlines/index.ts'
import { choicesNamed, closestChoice } from '../../../core/schema/suggest.ts'
import { actions } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import { UsageError } from '../exit.ts'
import { SENDING, sendingCall, sendingMeant } from '../wording/sending.ts'

/** 磋商会议 for 记录磋商会议: what is recorded, written whole, names the step too. */
const RECORDING = /^(?:记录|登记)/u

const choices = actions.map((action) => ({ code: action.id, label: action.title, action }))

/** The actions that meet the deadline of that name: 完成修复 is met by 记录修复完成. */
function actionsMeeting(word: string): readonly Action[] {
  const rule = deadlineRules.find(({ title }) => title === word.trim())
  return actions.filter(({ id }) => rule?.metBy.some((each) => each === id))
}

/** What the deadlines are called that an action meets: `ejc due` names them, and an officer types that name. */
export function deadlinesMetBy(action: Action): readonly string[] {
  return deadlineRules.filter(({ metBy }) => metBy.some((id) => id === action.id)).map(({ title }) => title)
}

/**
 * The actions that a word of the call names: by title, by its beginning, by id, or by the deadline that they meet;
 * several where it names several.
 * @throws UsageError with the one that may be meant
 */
export function namedActions(word: string): readonly Action[] {
  const recorded = actions.filter(({ title }) => title.replace(RECORDING, '') === word.trim())
  if (recorded.length) return recorded
  const found = choicesNamed(word, choices).map(({ action }) => action)
  if (found.length) return found
  const meeting = actionsMeeting(word)
  if (meeting.length) return meeting
  const sent = sendingMeant(word)
  if (sent !== undefined)
    throw new UsageError(`“${word}”不是一件案件的事项，由本单位报送。${SENDING}：\n  ${sendingCall(sent)}`)
  const meant = closestChoice(word, choices)
  const hint = meant
    ? `是否想写“${meant.label}”？`
    : '只写案件编号即列出现在可以办的；全部事项见 ejc advance --help。'
  throw new UsageError(`没有“${word}”这个事项。${hint}`)
}

/** Whether a word that stands in the place of a case is a step: 记录初步核查, and also 年度汇报, which no case has. */
export function namesStep(word: string | undefined): boolean {
  if (word === undefined || !/^\p{Script=Han}{3,}$/u.test(word)) return false
  return (
    choicesNamed(word, choices).length > 0 ||
    actionsMeeting(word).length > 0 ||
    sendingMeant(word) !== undefined
  )
}

/** The actions whose titles hold a word anywhere: 答复 is in 记录赔偿义务人答复, though 答复举报人 begins with it. */
export function actionsHolding(word: string): readonly Action[] {
  return actions.filter(({ title }) => title.includes(word.trim()))
}

/** The one action among those that a word names; `preferred` decides between several. @throws UsageError for several */
export function oneAction(
  word: string,
  found: readonly Action[],
  ...preferred: readonly ((action: Action) => boolean)[]
): Action {
  const [only, ...others] = likeliest(found, ...preferred)
  if (only && !others.length) return only
  const named = found.map(({ title }) => `“${title}”`).join('、')
  throw new UsageError(`“${word}”可以是 ${named}，请写全一些。`)
}

/** Those that each condition in turn leaves; a condition that none meets leaves all. */
export function likeliest(
  found: readonly Action[],
  ...preferred: readonly ((action: Action) => boolean)[]
): readonly Action[] {
  return preferred.reduce((left, isPreferred) => {
    const meeting = left.filter(isPreferred)
    return meeting.length ? meeting : left
  }, found)
}
