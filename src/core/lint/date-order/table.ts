import { agreementOrder, consultationOrder } from './consultation.ts'
import { courtOrder } from './court.ts'
import type { DateOrder } from './define.ts'
import { appraisalOrder, investigationOrder } from './investigation.ts'
import { restorationOrder, supervisionOrder } from './restoration.ts'

/** Every pair of dates that can't come in another order; what is not among them may come in any. */
export const dateOrders: readonly DateOrder[] = [
  ...investigationOrder,
  ...appraisalOrder,
  ...consultationOrder,
  ...agreementOrder,
  ...courtOrder,
  ...restorationOrder,
  ...supervisionOrder,
]
