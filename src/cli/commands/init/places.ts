/** A place that an office belongs to: its name, its code (GB/T 2260), and the letters of its case numbers. */
export interface OfficePlace {
  readonly code: string
  readonly name: string
  readonly idPrefix: string
  /** The city that a county, a district or a county-level city belongs to. */
  readonly city?: OfficePlace
}

export const AUTONOMOUS_REGION: OfficePlace = { code: '450000', name: '广西壮族自治区', idPrefix: 'GX' }

/** Each city with its counties: the last two figures of the code, the name, the letters after those of the city. */
const NAMED: readonly (readonly [code: string, name: string, letters: string, counties: string])[] = [
  [
    '450100',
    '南宁市',
    'NN',
    [
      '02 兴宁区 XN,03 青秀区 QX,05 江南区 JN,07 西乡塘区 XXT,08 良庆区 LQ,09 邕宁区 YN,',
      '10 武鸣区 WM,23 隆安县 LA,24 马山县 MS,25 上林县 SL,26 宾阳县 BY,81 横州市 HZ',
    ].join(''),
  ],
  [
    '450200',
    '柳州市',
    'LZ',
    [
      '02 城中区 CZ,03 鱼峰区 YF,04 柳南区 LN,05 柳北区 LB,06 柳江区 LJ,22 柳城县 LC,',
      '23 鹿寨县 LZ,24 融安县 RA,25 融水苗族自治县 RS,26 三江侗族自治县 SJ',
    ].join(''),
  ],
  [
    '450300',
    '桂林市',
    'GL',
    [
      '02 秀峰区 XF,03 叠彩区 DC,04 象山区 XS,05 七星区 QX,11 雁山区 YANS,12 临桂区 LG,',
      '21 阳朔县 YS,23 灵川县 LC,24 全州县 QZ,25 兴安县 XA,26 永福县 YF,27 灌阳县 GY,',
      '28 龙胜各族自治县 LS,29 资源县 ZY,30 平乐县 PL,32 恭城瑶族自治县 GC,81 荔浦市 LP',
    ].join(''),
  ],
  [
    '450400',
    '梧州市',
    'WZ',
    '03 万秀区 WX,05 长洲区 CZ,06 龙圩区 LX,21 苍梧县 CW,22 藤县 TX,23 蒙山县 MS,81 岑溪市 CX',
  ],
  ['450500', '北海市', 'BH', '02 海城区 HC,03 银海区 YH,12 铁山港区 TSG,21 合浦县 HP'],
  ['450600', '防城港市', 'FCG', '02 港口区 GK,03 防城区 FC,21 上思县 SS,81 东兴市 DX'],
  ['450700', '钦州市', 'QZ', '02 钦南区 QN,03 钦北区 QB,21 灵山县 LS,22 浦北县 PB'],
  ['450800', '贵港市', 'GG', '02 港北区 GB,03 港南区 GN,04 覃塘区 QT,21 平南县 PN,81 桂平市 GP'],
  [
    '450900',
    '玉林市',
    'YL',
    '02 玉州区 YZ,03 福绵区 FM,21 容县 RX,22 陆川县 LC,23 博白县 BB,24 兴业县 XY,81 北流市 BL',
  ],
  [
    '451000',
    '百色市',
    'BS',
    [
      '02 右江区 YJ,03 田阳区 TY,22 田东县 TD,24 德保县 DB,26 那坡县 NP,27 凌云县 LY,',
      '28 乐业县 LEY,29 田林县 TL,30 西林县 XL,31 隆林各族自治县 LL,81 靖西市 JX,82 平果市 PG',
    ].join(''),
  ],
  ['451100', '贺州市', 'HZ', '02 八步区 BB,03 平桂区 PG,21 昭平县 ZP,22 钟山县 ZS,23 富川瑶族自治县 FC'],
  [
    '451200',
    '河池市',
    'HC',
    [
      '02 金城江区 JCJ,03 宜州区 YZ,21 南丹县 ND,22 天峨县 TE,23 凤山县 FS,24 东兰县 DL,',
      '25 罗城仫佬族自治县 LC,26 环江毛南族自治县 HJ,27 巴马瑶族自治县 BM,28 都安瑶族自治县 DA,',
      '29 大化瑶族自治县 DH',
    ].join(''),
  ],
  [
    '451300',
    '来宾市',
    'LB',
    '02 兴宾区 XB,21 忻城县 XC,22 象州县 XZ,23 武宣县 WX,24 金秀瑶族自治县 JX,81 合山市 HS',
  ],
  [
    '451400',
    '崇左市',
    'CZ',
    ['02 江州区 JZ,21 扶绥县 FS,22 宁明县 NM,23 龙州县 LZ,24 大新县 DX,25 天等县 TD,', '81 凭祥市 PX'].join(
      '',
    ),
  ],
]

export const cities: readonly OfficePlace[] = NAMED.map(([code, name, idPrefix]) => ({
  code,
  name,
  idPrefix,
}))

export const counties: readonly OfficePlace[] = NAMED.flatMap(([code, , idPrefix, list], index) =>
  list.split(',').map((county): OfficePlace => {
    const [end = '', name = '', letters = ''] = county.split(' ')
    const city = cities[index]
    return { code: code.slice(0, 4) + end, name, idPrefix: idPrefix + letters, ...(city && { city }) }
  }),
)

/** A county without the kind of place that its name ends with: 武鸣, 融水, but 藤县. */
export function shortName({ name }: OfficePlace): string {
  const short = name.replace(/(?:各|瑶|苗|侗|毛南|仫佬)族自治县$|[区县市]$/u, '')
  return short.length > 1 ? short : name
}

/** The place with a code; undefined for any other. */
export function officePlaceWithCode(code: string): OfficePlace | undefined {
  return [AUTONOMOUS_REGION, ...cities, ...counties].find((place) => place.code === code)
}
