/** The papers that go with what the whole case took to a court: for whom, and what they need. */
export const filings: readonly {
  readonly paper: string
  readonly about: readonly (string | null)[]
  readonly needs: readonly string[]
}[] = [
  {
    paper: 'evidence-list',
    about: ['G1'],
    needs: [
      '证据：evidence.evidence ← add-evidence',
      '人民法院：court.confirmations[G1].court ← apply-confirmation',
    ],
  },
  {
    paper: 'representative-certificate',
    about: [null],
    needs: [
      '法定代表人：config.unit.representative.name ← init',
      '职务：config.unit.representative.post ← init',
      '单位地址和电话：config.unit.address ← init',
    ],
  },
  {
    paper: 'power-of-attorney',
    about: ['G1'],
    needs: [
      '委托人：config.unit.address ← init',
      '委托人：config.unit.representative.name ← init',
      '受委托人：config.unit.agents ← init',
      '案由：case.cause ← new',
      '人民法院：court.confirmations[G1].court ← apply-confirmation',
    ],
  },
]
