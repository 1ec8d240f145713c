import { type FactPlace, type Mutation, set } from './mutation.ts'

const organization: FactPlace = ['case', 'obligors', 0, 'creditCode']
const individual: FactPlace = ['case', 'obligors', 1, 'idNumber']
const project: FactPlace = ['restoration', 'projects', 0]
const evaluation: FactPlace = [...project, 'evaluations', 0]

/** Adds one to one digit of a number: the check digit is then wrong. */
function wrongDigits(place: FactPlace, number: string): Mutation[] {
  return [...number].flatMap((character, index): Mutation[] => {
    if (!/\d/.test(character)) return []
    const wrong = number.slice(0, index) + ((Number(character) + 1) % 10) + number.slice(index + 1)
    const expects = { rule: 'case/obligor-id-checksum', at: place }
    return [{ family: 'a number with a wrong digit', title: wrong, change: set(place, wrong), expects }]
  })
}

const role = (title: string, place: FactPlace, value: unknown, expects: Mutation['expects']): Mutation => ({
  family: 'two roles in one hand',
  title,
  change: set(place, value),
  expects,
})

const implementer: FactPlace = [...project, 'implementer']
const evaluator: FactPlace = [...evaluation, 'evaluator']
const wrotePlan = { rule: 'restoration/implementer-wrote-plan', at: [...implementer, 'name'] as const }
const ownWork = { rule: 'restoration/implementer-evaluates', at: [...evaluator, 'name'] as const }

const roles: readonly Mutation[] = [
  role('the author of the plan restores', implementer, { name: '某设计院' }, wrotePlan),
  role(
    'an affiliate of the author restores',
    implementer,
    { name: '某工程公司', affiliatedWith: '某设计院' },
    { ...wrotePlan, code: 'affiliated', at: [...implementer, 'affiliatedWith'] },
  ),
  role('another body restores', implementer, { name: '另一修复公司' }, 'lawful'),
  role('who restored evaluates', evaluator, { name: '某修复有限公司' }, ownWork),
  role('an obligor evaluates', evaluator, { name: '某造纸有限公司' }, ownWork),
  role('an obligor evaluates, in his own name', evaluator, { name: '郑某' }, ownWork),
  role(
    'the code of an obligor evaluates',
    evaluator,
    { name: '某检测公司', creditCode: '91350100M000100Y43' },
    { ...ownWork, code: 'code', at: [...evaluator, 'creditCode'] },
  ),
  role(
    'an affiliate of who restored evaluates',
    evaluator,
    { name: '某检测公司', affiliatedWith: '某修复有限公司' },
    { ...ownWork, code: 'affiliated', at: [...evaluator, 'affiliatedWith'] },
  ),
  role('another third party evaluates', evaluator, { name: '某检测公司' }, 'lawful'),
]

export const personMutations: readonly Mutation[] = [
  ...wrongDigits(organization, '91350100M000100Y43'),
  ...wrongDigits(individual, '11010519491231002X'),
  ...roles,
]
