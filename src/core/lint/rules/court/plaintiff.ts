import type { Suit } from '../../../facts/documents.ts'
import { isOfCounty, needsAuthorization } from '../../../facts/jurisdiction.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inCase, inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const plaintiff = defineRule({
  id: 'court/plaintiff',
  severity: 'warning',
  about: 'breach',
  matter: 'claimant',
  title: '以市级以上人民政府或者其指定的部门、机构为原告',
  why: '县级的授权及于办理案件，原告资格由法律规定；原告不适格的，法院裁定驳回起诉。',
  mend: '以赔偿权利人或者其指定的市级部门、机构为原告，并填写“原告”。',
  *check({ facts, regulation }) {
    const { jurisdiction } = facts.case
    const isByCounty = needsAuthorization(jurisdiction, regulation)
    const { handlingUnit } = jurisdiction
    for (const suit of facts.court.suits) {
      const { id, plaintiff: named = '' } = suit
      if (!saysSomething(named)) {
        if (isByCounty) yield at(suit, [], county(id, handlingUnit))
      } else if ((isByCounty && named.trim() === handlingUnit.trim()) || isOfCounty(named, jurisdiction)) {
        yield at(suit, 'plaintiff', county(id, named.trim()))
      }
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '市级部门起诉', change: sued({}) },
      {
        title: '县级部门办理，以设区市人民政府为原告',
        change: all(byCounty, sued({ plaintiff: '南宁市人民政府' })),
      },
      { title: '派出分局属于设区市', change: sued({ plaintiff: '南宁市生态环境局青秀区分局' }) },
      { title: '市的城市管理局', change: sued({ plaintiff: '南宁市城市管理局' }) },
      { title: '自治区的部门', change: sued({ plaintiff: '广西壮族自治区生态环境厅' }) },
    ],
    reject: [
      {
        title: '市级部门办理，以城区人民政府为原告',
        finds: ['warning - court.suits.0.plaintiff'],
        change: sued({ plaintiff: '南宁市青秀区人民政府' }),
      },
      {
        title: '以县的另一部门为原告',
        finds: ['warning - court.suits.0.plaintiff'],
        change: all(byCounty, sued({ plaintiff: '某县林业局' })),
      },
      {
        title: '以县级市的另一部门为原告',
        finds: ['warning - court.suits.0.plaintiff'],
        change: all(byCounty, sued({ plaintiff: '横州市林业局' })),
      },
      {
        title: '在单位名称后加注',
        finds: ['warning - court.suits.0.plaintiff'],
        change: all(byCounty, sued({ plaintiff: '横州市某局（经授权）' })),
      },
      {
        title: '县级部门起诉',
        finds: ['warning - court.suits.0.plaintiff'],
        change: all(byCounty, sued({ plaintiff: '横州市某局' })),
      },
      {
        title: '县级部门办理，没有写明原告',
        finds: ['warning - court.suits.0'],
        change: all(byCounty, sued({})),
      },
    ],
  },
})

function byCounty(documents: Parameters<ReturnType<typeof inCase>>[0]): void {
  inCase(({ jurisdiction }) => {
    jurisdiction.handlingUnitKind = 'county-department'
    jurisdiction.handlingUnit = '横州市某局'
  })(documents)
}

function sued(more: Partial<Suit>) {
  const suit: Suit = { id: 'S1', obligors: ['o2'], filedOn: '2026-09-01', ...more }
  return inCourt((court) => {
    court.suits = [suit]
  })
}

const county = (id: string, unit: string) =>
  `诉讼 ${id} 的原告为县级的${unit}（没有写明原告的，按承办单位）。${cite('claimant')}：由市级以上人民政府或者其指定的部门、机构起诉；请核对原告并填写。`
