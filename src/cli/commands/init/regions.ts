/** A city: the first words of its offices' names, its code (GB/T 2260) and the letters of its case ids. */
interface Region {
  readonly name: string
  readonly code: string
  readonly idPrefix: string
}

const cities: readonly Region[] = [
  { name: '南宁市', code: '450100', idPrefix: 'NN' },
  { name: '柳州市', code: '450200', idPrefix: 'LZ' },
  { name: '桂林市', code: '450300', idPrefix: 'GL' },
  { name: '梧州市', code: '450400', idPrefix: 'WZ' },
  { name: '北海市', code: '450500', idPrefix: 'BH' },
  { name: '防城港市', code: '450600', idPrefix: 'FCG' },
  { name: '钦州市', code: '450700', idPrefix: 'QZ' },
  { name: '贵港市', code: '450800', idPrefix: 'GG' },
  { name: '玉林市', code: '450900', idPrefix: 'YL' },
  { name: '百色市', code: '451000', idPrefix: 'BS' },
  { name: '贺州市', code: '451100', idPrefix: 'HZ' },
  { name: '河池市', code: '451200', idPrefix: 'HC' },
  { name: '来宾市', code: '451300', idPrefix: 'LB' },
  { name: '崇左市', code: '451400', idPrefix: 'CZ' },
]

/** What follows from the region of an office: proposals, which can be changed. */
export interface RegionDefaults {
  readonly region: { readonly code: string; readonly name: string }
  readonly level: string
  readonly idPrefix: string
  readonly obligee: string
  readonly reformOffice: string
  readonly court?: string
  /** Whether the name of the office names its region. */
  readonly recognised: boolean
}

/** The defaults for an office by its name: 南宁市生态环境局 is of 南宁市; any other name counts as of the autonomous region. */
export function defaultsFor(unitName: string): RegionDefaults {
  const city = cities.find(({ name }) => unitName.startsWith(name))
  if (!city) {
    return {
      region: { code: '450000', name: '广西壮族自治区' },
      level: 'region',
      idPrefix: 'GX',
      obligee: '广西壮族自治区人民政府',
      reformOffice: '自治区党委生态环境保护和督察工作领导小组办公室',
      recognised: unitName.startsWith('广西') || unitName.startsWith('自治区'),
    }
  }
  return {
    region: { code: city.code, name: city.name },
    level: 'city',
    idPrefix: city.idPrefix,
    obligee: `${city.name}人民政府`,
    reformOffice: `${city.name}委生态环境保护和督察工作领导小组办公室`,
    court: `${city.name}中级人民法院`,
    recognised: true,
  }
}
