import type { Substitute } from '../facts/documents.ts'
import type { Matter } from '../regulation/cite.ts'
import { titleAt } from '../schema/walk.ts'

/** The keys of the texts that describe a mode. */
export type ModeTextKey = keyof Pick<
  Substitute,
  | 'amount'
  | 'work'
  | 'supervisedBy'
  | 'proof'
  | 'place'
  | 'argument'
  | 'investment'
  | 'description'
  | 'reason'
>

interface FactsOfMode {
  readonly matter: Matter
  readonly keys: readonly (readonly [ModeTextKey, string])[]
}

/** The texts that each mode must give, each with its own matter. */
const factsByMode: Readonly<Record<string, FactsOfMode>> = {
  labor: {
    matter: 'labor',
    keys: [
      ['amount', '折抵金额'],
      ['work', '劳务内容'],
      ['supervisedBy', '监督的专业人员或者单位'],
      ['proof', '落实的证明方式'],
    ],
  },
  'off-site': {
    matter: 'off-site',
    keys: [
      ['amount', '折抵金额'],
      ['place', '指定的区域'],
      ['argument', '科学论证意见'],
    ],
  },
  'tech-upgrade': {
    matter: 'tech-upgrade',
    keys: [
      ['amount', '抵扣金额'],
      ['investment', '技改投入'],
      ['description', '技改内容'],
    ],
  },
  instalments: { matter: 'instalments', keys: [['reason', '赔偿能力不足但积极履责的情况']] },
  other: { matter: 'other-substitute', keys: [['description', '承担方式的说明']] },
}

/** What a mode must say of itself, and under which matter; nothing of a mode that the text does not know. */
export function factsOfMode(mode: string | undefined): FactsOfMode {
  return factsByMode[mode ?? ''] ?? { matter: 'substitutes', keys: [] }
}

/** The title of a key in the form, with what it must say of this mode. */
export function keyToGive(key: ModeTextKey, what: string): string {
  const title = titleAt('agreements', ['agreements', 0, 'substitutes', 0, key]) ?? what
  return title === what ? `“${title}”` : `“${title}”（${what}）`
}

const OF_SUBSTITUTE = /^substitutes\.\d+\.(\w+)$/

/** Whether a key of one of the substitutes of an agreement must be answered: the mode asks for it. */
export function isFactOfMode(key: string, { mode }: { readonly [key: string]: unknown }): boolean {
  const [, name] = OF_SUBSTITUTE.exec(key) ?? []
  return name !== undefined && factsOfMode(String(mode)).keys.some(([each]) => each === name)
}
