import { otherSigningParties, type SigningParty } from '../../../facts/claimants.ts'
import type { Agreement, Documents } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { obligorName } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const signatoryMissing = defineRule({
  id: 'agreement/signatory-missing',
  severity: 'warning',
  about: 'omission',
  unrecorded: '协议签署人',
  matter: 'agreement',
  title: '登记了签署人的协议，各方都有人签署',
  why: '几个赔偿权利人共同索赔、另有共同签署方的，缺一方签署，协议对那一方没有约束力。',
  mend: '补录该方的「签署人」；确实没有签署的，补签或者改正登记的各方。',
  *check({ facts }) {
    for (const agreement of facts.agreements) {
      const { signatories = [], signedOn } = agreement
      if (!signedOn || !hasItems(signatories)) continue
      const signed = new Set(signatories.map(({ party }) => party))
      for (const { party, name } of partiesOf(facts, agreement)) {
        if (!signed.has(party)) yield at(agreement, 'signatories', unsigned(name), { code: party })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有登记签署人', change: unchanged },
      { title: '各方都签署', change: signedBy('obligee', 'o1', 'o2') },
      {
        title: '两个权利人和保证人都签署',
        change: all(joint, guaranteed, signedBy('obligee', '崇左市人民政府', 'o1', 'o2', '某担保有限公司')),
      },
    ],
    reject: [
      {
        title: '一名义务人没有签署',
        finds: ['warning o2 agreements.agreements.0.signatories'],
        change: signedBy('obligee', 'o1'),
      },
      {
        title: '另一权利人没有签署',
        finds: ['warning 崇左市人民政府 agreements.agreements.0.signatories'],
        change: all(joint, signedBy('obligee', 'o1', 'o2')),
      },
      {
        title: '保证人没有签署',
        finds: ['warning 某担保有限公司 agreements.agreements.0.signatories'],
        change: all(guaranteed, signedBy('obligee', 'o1', 'o2')),
      },
    ],
  },
})

function partiesOf(facts: Facts, agreement: Agreement): SigningParty[] {
  const obligors = agreement.obligors.map((id) => ({ party: id, name: obligorName(facts, id) }))
  return [...otherSigningParties(facts, agreement), ...obligors]
}

function joint(documents: Documents): void {
  documents.case.jurisdiction.obligees = [{ name: '崇左市人民政府', handlingUnit: '崇左市生态环境局' }]
}

function guaranteed(documents: Documents): void {
  for (const agreement of documents.agreements?.agreements ?? [])
    agreement.coSignatories = [{ name: '某担保有限公司', role: '保证人' }]
}

function signedBy(...parties: string[]) {
  return inAgreement((agreement) => {
    agreement.signatories = parties.map((party) => ({ party, name: '莫某' }))
  })
}

const unsigned = (name: string) =>
  `协议已经登记签署人，没有${name}的签署人。${cite('agreement')}；请补录，或者核对是否签署。`
