import type { DocumentName } from './documents.ts'

/** A phase of the procedure, by whose name papers are put in their order. */
export interface Phase {
  readonly document: DocumentName
  /** What it is called in a template: {{归档：损害调查}}. */
  readonly name: string
  /** By which words the name of a paper tells that it belongs there. */
  readonly words: RegExp
}

/** The phases in the order in which their papers lie in the archive; evidence is gathered while damage is investigated. */
export const phases: readonly Phase[] = [
  { document: 'case', name: '线索', words: /线索|举报|信访|受理/u },
  { document: 'screening', name: '初步核查', words: /核查|核实/u },
  { document: 'investigation', name: '损害调查', words: /启动|立案|调查|检查|勘查|勘验|询问/u },
  { document: 'evidence', name: '证据', words: /证据|采样|取样|监测|检测|调取|扣押|封存/u },
  { document: 'appraisals', name: '鉴定评估', words: /鉴定|专家/u },
  { document: 'consultation', name: '磋商', words: /磋商/u },
  { document: 'agreements', name: '赔偿协议', words: /协议/u },
  { document: 'court', name: '司法程序', words: /司法|法院|诉讼|起诉|强制执行/u },
  { document: 'restoration', name: '修复', words: /修复|验收/u },
  { document: 'payments', name: '付款', words: /付款|缴款|缴纳|收款|资金/u },
  { document: 'supervision', name: '督办公开', words: /督办|公开|公示/u },
  { document: 'closing', name: '结案', words: /结案|终止/u },
]

/** The phase that a person names, also by the beginning of its name or a part of it: 调查, 评估, 协议. */
export function phaseNamed(written: string): Phase | undefined {
  const word = written.normalize('NFKC').replaceAll(/\s/gu, '')
  if (word === '') return undefined
  const exact = phases.find(({ name }) => name === word)
  const [only, ...others] = phases.filter(({ name }) => name.includes(word))
  return exact ?? (others.length ? undefined : only)
}

/** The phase that the name of a paper tells, where it tells one alone: 现场检查笔录 → 损害调查. */
export function phaseToldBy(title: string): Phase | undefined {
  const [only, ...others] = phases.filter(({ words }) => words.test(title))
  return others.length ? undefined : only
}

/** What a phase is called. */
export function phaseName(document: DocumentName): string {
  return phases.find((phase) => phase.document === document)?.name ?? ''
}
