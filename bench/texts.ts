/** Words for made-up cases: nobody and nothing in them exists. */

export const surnames = [...'覃韦黄蒙陆梁农罗谭周李吴郑许秦冯陈褚卫蒋沈韩']

export interface Kind {
  readonly kind: string
  readonly department: string
  readonly office: string
  readonly media: readonly string[]
  readonly trade: string
  readonly cause: string
  readonly deed: string
  readonly harm: string
  readonly repair: string
}

export const kinds: readonly Kind[] = [
  {
    kind: 'pollutant-discharge',
    department: 'ecology-environment',
    office: '生态环境局',
    media: ['soil', 'groundwater'],
    trade: '化工',
    cause: '非法倾倒危险废物污染土壤',
    deed: '将生产中产生的废酸交由无资质人员以槽罐车运出，夜间分多次倾倒于废弃砖厂坑塘内',
    harm: '坑塘积液呈强酸性，周边土壤及浅层地下水特征污染物浓度明显高于对照点',
    repair: '对受污染土壤实施异位淋洗和中和，对地下水抽出处理，并持续监测两个水文年',
  },
  {
    kind: 'environmental-incident',
    department: 'ecology-environment',
    office: '生态环境局',
    media: ['surface-water', 'animals'],
    trade: '制糖',
    cause: '废水泄漏致河流水质异常和鱼类死亡',
    deed: '厂区氧化塘围堰管护不善发生垮塌，高浓度有机废水经排洪沟进入河道',
    harm: '下游约六公里河段溶解氧急剧下降，出现鱼类死亡，沿岸取水口一度停用',
    repair: '清理河道淤积物，分批增殖放流本地鱼种，并对岸坡植被带进行补植',
  },
  {
    kind: 'illegal-mining',
    department: 'natural-resources',
    office: '自然资源局',
    media: ['forest', 'soil', 'ecosystem'],
    trade: '石材',
    cause: '越界开采矿产造成植被和地形地貌破坏',
    deed: '超出采矿许可证划定的范围向山体北侧掘进，剥离表土并就近堆弃',
    harm: '山体植被全部损毁，边坡裸露，汛期水土流失加剧，原有地形地貌无法自然恢复',
    repair: '削坡卸载、覆土整平，种植乡土乔灌木和草本，并管护三年',
  },
  {
    kind: 'forest-wetland-protected-area',
    department: 'forestry',
    office: '林业局',
    media: ['forest', 'plants'],
    trade: '农业开发',
    cause: '毁坏公益林地开垦种植速生桉',
    deed: '未办理林地使用手续，以挖掘机平整坡地并焚烧清理原有林木',
    harm: '公益林地连片毁坏，林下植被和腐殖层灭失，水源涵养功能下降',
    repair: '清除违规种植的树木，按原有树种补植复绿，郁闭度恢复至损害前水平',
  },
]

export const places = ['青山', '良田', '石桥', '大塘', '新圩', '那马', '长岭', '双定', '吴村', '甘棠']
export const channels = ['inspection', 'routine-supervision', 'complaint-media', 'administrative-penalty']
export const evidenceTitles = [
  '现场勘查笔录',
  '采样检测报告',
  '询问笔录',
  '无人机航拍影像',
  '送达回证',
  '磋商会议纪要',
  '银行缴款凭证',
  '修复工程监理月报',
  '修复效果评估报告',
  '专家论证意见',
]
