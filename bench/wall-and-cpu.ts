import { type Call, sideBySide, spentBy, timeInTurn } from './measure.ts'
import { type Budget, type Row, ratio } from './work.ts'

/** The same two calls by the clock and by the processor, which other work of the machine disturbs less. */
export function wallAndCpu(
  title: string,
  calls: { readonly bare: Call; readonly ours: Call },
  rounds: number,
  budget: Budget,
  whom: string,
): Row[] {
  const wall = sideBySide(calls, rounds)
  const cpu = timeInTurn({ bare: () => spentBy(calls.bare).cpu, ours: () => spentBy(calls.ours).cpu }, rounds)
  return [
    ratio(title, wall.ours, wall.bare, budget, whom),
    ratio(`${title}, CPU`, cpu.ours, cpu.bare, budget, whom),
  ]
}
