import type { Action } from '../define.ts'
import { commissionAppraisal } from './commission-appraisal.ts'
import { conclude } from './conclude.ts'
import { extendInvestigation } from './extend-investigation.ts'
import { initiate } from './initiate.ts'
import { meet } from './meet.ts'
import { notify } from './notify.ts'
import { receiveAppraisal } from './receive-appraisal.ts'
import { recordApproval } from './record-approval.ts'
import { reply } from './reply.ts'
import { screen } from './screen.ts'
import { serve } from './serve.ts'
import { sign } from './sign.ts'

/** Every action, in the order of the procedure. */
export const actions: readonly Action[] = [
  screen,
  initiate,
  recordApproval,
  commissionAppraisal,
  receiveAppraisal,
  extendInvestigation,
  conclude,
  notify,
  serve,
  reply,
  meet,
  sign,
]

/** The action of an id; undefined when there is none. */
export function actionOf(id: string): Action | undefined {
  return actions.find((action) => action.id === id)
}
