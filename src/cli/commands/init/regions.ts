import { AUTONOMOUS_REGION, cities, counties, type OfficePlace, shortName } from './places.ts'

/** What an office is, by the codes of the list in the text. */
export type OfficeKind = 'department' | 'city-branch' | 'county-department'

/** What the name of an office says of it. */
export interface OfficeByName {
  readonly place: OfficePlace
  readonly kind: OfficeKind
  /** Whether the name names its place; else the place is a guess. */
  readonly recognised: boolean
}

/**
 * What an office is by its name: 南宁市生态环境局 is of 南宁市, 南宁市武鸣生态环境局 a branch of the city's in 武鸣区,
 * 横州市农业农村局 a county's own; any other name counts as of the autonomous region.
 */
export function officeByName(unitName: string): OfficeByName {
  const name = unitName.replace(/^广西(?:壮族自治区)?(?=.*[市县区])/u, '')
  const city = cities.find((each) => name.startsWith(each.name))
  const county = countyIn(city ? name.slice(city.name.length) : name, city)
  if (county) {
    // Since the reform the offices of ecology in a county are branches of the city's.
    const kind = /生态环境|分局/u.test(name) ? 'city-branch' : 'county-department'
    return { place: county, kind, recognised: true }
  }
  if (city)
    return { place: city, kind: name.endsWith('分局') ? 'city-branch' : 'department', recognised: true }
  const recognised = /^(?:广西|自治区)/u.test(unitName)
  return { place: AUTONOMOUS_REGION, kind: 'department', recognised }
}

/**
 * The department of the city that a branch belongs to, by its name: 南宁市自然资源局 of 南宁市自然资源局武鸣分局,
 * 南宁市生态环境局 of 南宁市武鸣生态环境局; undefined where the name does not tell.
 */
export function cityDepartmentOf(branch: string, place: OfficePlace): string | undefined {
  const [, department] = /^(.+?市.*?局).+分局$/u.exec(branch) ?? []
  if (department !== undefined) return department
  const city = place.city ?? (cities.includes(place) ? place : undefined)
  return city && /生态环境/u.test(branch) ? `${city.name}生态环境局` : undefined
}

/** The county that a name begins with, or whose branch it is: 武鸣区水利局, 武鸣生态环境局, 生态环境局武鸣分局. */
function countyIn(name: string, city: OfficePlace | undefined): OfficePlace | undefined {
  const near = counties.filter((county) => !city || county.city === city)
  return (
    near.find((county) => name.startsWith(county.name)) ??
    near.find((county) => name.startsWith(`${shortName(county)}生态环境`)) ??
    near.find((county) => city && name.includes(`${shortName(county)}分局`)) ??
    near.find((county) => city && name.includes(`${county.name}分局`))
  )
}

/** What follows from what an office is and where: proposals, which can be changed. */
export interface OfficeDefaults {
  readonly region: { readonly code: string; readonly name: string }
  readonly level: string
  readonly idPrefix: string
  readonly obligee: string
  readonly reformOffice: string
  readonly court?: string
}

/** The defaults of an office: a branch acts for its city, and a county claims nothing by itself. */
export function officeDefaults(
  { code, name, idPrefix, city }: OfficePlace,
  kind: OfficeKind,
): OfficeDefaults {
  const region = { code, name }
  if (code === AUTONOMOUS_REGION.code) {
    const reformOffice = '自治区党委生态环境保护和督察工作领导小组办公室'
    return { region, level: 'region', idPrefix, obligee: `${name}人民政府`, reformOffice }
  }
  const claimant = city ?? { name }
  const isOfCounty = city !== undefined && kind === 'county-department'
  return {
    region,
    level: isOfCounty ? 'county' : 'city',
    idPrefix,
    obligee: `${claimant.name}人民政府`,
    reformOffice: `${isOfCounty ? name : claimant.name}委生态环境保护和督察工作领导小组办公室`,
    court: `${claimant.name}中级人民法院`,
  }
}
