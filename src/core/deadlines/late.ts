import { cite } from '../regulation/cite.ts'
import type { WhenLate } from './define.ts'

/** What an obligor owes and has not done: the office demands it, then takes the remedy. */
export const onceInBreach: WhenLate = {
  advice: `请要求赔偿义务人履行，不履行的依${cite('enforcement')}申请强制执行或者起诉；已办理的补录日期`,
  matter: 'enforcement',
  actions: ['apply-enforcement', 'sue'],
}

/** A limitation that seems to have run out: an interruption may have restarted it. */
export const checkInterruptions: WhenLate = {
  advice: `请核对有无中断时效的事由（${cite('limitation-interruption')}）并补录；确已届满的，义务人可以提出时效抗辩`,
  matter: 'limitation-interruption',
}
