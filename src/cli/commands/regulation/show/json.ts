import type { Matter } from '../../../../core/regulation/cite.ts'
import { matterTitles } from '../../../../core/regulation/matters.ts'
import type { MatterEntry, RegulationPack } from '../../../../core/regulation/pack.ts'
import { matters } from '../../../shared/law/matters.ts'

/** A pack for programs. */
export function packJson(pack: RegulationPack, file: string | null) {
  const { id, title, shortTitle, status, issuer, base = false, basedOn = [], rolling } = pack
  return {
    id,
    title,
    shortTitle,
    status,
    issuer,
    base,
    basedOn,
    file,
    effectiveFrom: pack.effectiveFrom ?? null,
    effectiveTo: pack.effectiveTo ?? null,
    supersededBy: pack.supersededBy ?? null,
    note: pack.note ?? null,
    matters: matterEntries(pack).map(matterJson),
    periods: figuresJson(pack.periods, ({ amount, unit }) => ({ amount, unit })),
    limits: figuresJson(pack.limits, ({ amount = null, percent = null, count = null }) => ({
      amount,
      percent,
      count,
    })),
    lists: Object.entries(pack.lists).map(([name, list]) => ({
      id: name,
      title: list.title,
      article: list.article,
      verified: list.verified ?? true,
      items: list.items.map(({ code, label }) => ({ code, label })),
    })),
    clauses: pack.clauses.map(({ code, title: name, required, article }) => ({
      code,
      title: name,
      required,
      article,
    })),
    rolling: rolling ? { rolls: rolling.rolls, article: rolling.article, verified: rolling.verified } : null,
  }
}

/** A text that has no such norm says so, whatever article the text that it builds on gives. */
function matterJson([id, entry]: readonly [Matter, MatterEntry]) {
  const absent = entry.absent === true
  const { article = null, item = null } = absent ? {} : entry
  return { id, title: matterTitles[id], article, item, absent, verified: entry.verified ?? true }
}

/** The matters for which a pack says where they are written, or that they are absent; a base pack leaves some open. */
export function matterEntries(pack: RegulationPack): (readonly [Matter, MatterEntry])[] {
  return matters.flatMap((matter) => {
    const entry = pack.matters[matter]
    return entry ? [[matter, entry] as const] : []
  })
}

/** A figure of the law, as a pack holds it. */
export interface Figure {
  readonly title: string
  readonly article: string
  readonly principle?: boolean
  readonly advisory?: boolean
  readonly verified?: boolean
  /** The text has no numeral there: the figure follows from its meaning. */
  readonly inferred?: boolean
  readonly note?: string
}

function figuresJson<T extends Figure, V extends object>(
  entries: Readonly<Record<string, T>>,
  figureOf: (entry: T) => V,
) {
  return Object.entries(entries).map(([id, entry]) => ({
    id,
    title: entry.title,
    ...figureOf(entry),
    article: entry.article,
    principle: entry.principle ?? false,
    advisory: entry.advisory ?? false,
    verified: entry.verified ?? true,
    inferred: entry.inferred ?? false,
    note: entry.note ?? null,
  }))
}
