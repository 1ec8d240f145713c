import { describedUnit } from '../facts/claimants.ts'
import type { CaseView } from '../view.ts'
import { applyingUnits, needFewAgents } from './applicant.ts'
import { lawText } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, blankLine, damageName, type FieldCollector, inClauses, presentParts } from './fields.ts'
import { type CourtFiling, courtFilingsOf, opponentsOf } from './filing.ts'

/** 授权委托书: for those who act for the office in one filing (`S1`, `F1`); how far they may go is ticked by hand. */
export const powerOfAttorney = defineForm({
  id: 'power-of-attorney',
  phase: 'court',
  signing: /^委托人（盖章）/,
  byHand: ['委托日期'],
  subjects: ({ facts }) => courtFilingsOf(facts).map(({ subject }) => subject),
  fill: (view, subject) => {
    const collector = collectFields()
    const { facts } = view
    const filing = courtFilingsOf(facts).find((each) => each.subject === subject)
    const place = filing ? `${filing.path}.court` : 'court'
    const fields = {
      委托人: { paragraphs: clients(view, collector) },
      受委托人: { paragraphs: agents(view, collector) },
      对方: filing ? opponentsOf(facts, filing) : '',
      案由: collector.need('案由', damageName(facts), 'case.cause', 'new'),
      委托事项: filing?.matter ?? '',
      人民法院: collector.need('人民法院', filing?.court, place, filing?.action ?? 'sue'),
      ...specialAuthority(view, filing, collector),
      委托日期: '',
    }
    return collector.filled(fields)
  },
})

/**
 * What an agent may do only by an authority of its own, by the law of procedure (`special-authority`); in enforcement,
 * where there is no claim any more to admit or to appeal about, what gives up or takes what was won.
 */
function specialAuthority(view: CaseView, filing: CourtFiling | undefined, collector: FieldCollector) {
  if (filing?.action === 'apply-enforcement')
    return { 特别授权依据: '', 特别授权事项: '代为放弃、变更民事权利，进行执行和解，收取执行款项' }
  const law = lawText(view, 'special-authority', collector)
  return {
    特别授权依据: law ? `（${law}）` : '',
    特别授权事项: '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
  }
}

function clients(view: CaseView, { need }: FieldCollector): string[] {
  return applyingUnits(view).map(({ name, address, head, post, path, action }) =>
    asSentence(
      inClauses(
        `委托人：${name}`,
        `住所地：${need('委托人', address, `${path}.address`, action) || blankLine}`,
        `法定代表人（负责人）：${need('委托人', head, `${path}.representative.name`, action) || blankLine}`,
        post,
      ),
    ),
  )
}

/** The agents of the configuration, of its own unit alone. */
function agents(view: CaseView, collector: FieldCollector): string[] {
  const own = describedUnit(view.config, view.facts)?.agents ?? []
  collector.need('受委托人', own[0]?.name, 'config.unit.agents', 'init')
  needFewAgents(view, collector)
  return presentParts(
    ...own.map((each) =>
      asSentence(
        inClauses(`受委托人：${each.name}`, each.unit, each.post, each.phone && `联系电话：${each.phone}`),
      ),
    ),
  )
}
