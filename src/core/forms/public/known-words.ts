import type { Jurisdiction } from '../../facts/documents.ts'
import { foldText } from '../../folding.ts'
import { exactPattern } from '../../pattern.ts'
import type { CaseView } from '../../view.ts'

/** Towns and counties whose names could be those of persons: their characters begin with a surname. */
export const namesOfPlaces = new Set(
  '高明 高安 高州 高平 高邮 高要 高青 高唐 高阳 高台 金山 金华 金昌 金川 金湖 金坛 金秀 金城江 平安 平南 平果 平乐 平桂 平山 平江 平湖 平阳 平远 平和 江山 江南 江阴 江津 江永 江华 江宁 江州 江油 安康 安庆 安阳 安顺 安吉 安溪 安化 安宁 文山 文昌 文登 文成 向阳 和平 和田 宁明 宁远 宁波 宁夏 宁德 宁海 宁国 武鸣 武宣 武汉 武夷山 武威 马山 马关 马龙 上林 柳江 柳城 柳州 柳南 柳北 温州 温江 温岭 温县 温宿 龙州 龙胜 龙江 龙口 龙岩 龙游 龙山 龙泉 全州 全椒 兴安 兴业 兴宾 兴宁 兴国 兴化 兴义 永福 永州 永康 永安 永嘉 永新 永顺 灵山 灵川 灵宝 凌云 凌海 凌源 乐业 乐山 乐平 乐清 乐昌 田东 田阳 田林 靖西 钟山 钟祥 富川 富阳 富顺 凤山 凤凰 东兰 东兴 东莞 东方 罗城 罗定 罗源 罗平 环江 巴马 都安 象州 象山 合山 合浦 扶绥 凭祥 容县 陆川 陆丰 陆良 博白 岑溪 蒙山 蒙自 蒙城 荔浦 阳朔 阳江 阳春 阳山 阳泉 临桂 融安 融水 苍梧 北流 昭平 昭通 西林 石林 石城 石门 石狮 石泉 白云 白城 白银 黄山 黄石 黄冈 黄岩 黄陂 黄龙 黎平 黎川 黎城 万宁 万安 万年 万载 万源 万州 汤阴 汤原 华安 华容 华亭 华阴 简阳 洪湖 洪江 洪洞 胡杨 于都 应城 应县 连山 连江 连平 连州 从化 从江 方城 方正 方山 常山 常宁 常州 常熟 常德 长沙 长安 长乐 成都 成安 明光 明溪 明水 双流 双峰 双江 雷州 雷山 梅州 梅县 梁山 梁平 沙县 沙河 谷城 谷里 寿光 寿县 寿宁 许昌 夏津 夏邑 贺州 贺兰 齐河 康县 康定 康平 祁阳 祁东 祁门 祁县 郑州 邓州 曹县 成县 徐州 徐闻 徐水 唐山 唐河 宋城 陈仓 屏山 房山 房县 南山 南安 南平 南宁 南昌 南海 南丹 海宁 海安 海口 海城 费县 翁源 曲阳 曲江 曲靖 曲水 滕州 鲁山 鲁甸 潘集 易县 易门 宜州 隆安 隆林 隆回 德保 德庆 德安 宾阳 岳阳 岳西 岳池 边坝 祝桥 车里 米易 米林 松江 松阳 松溪 松桃 武义 武安 武平 武陟 吉安 吉水 吉县 利川 利津 时村 丰城 丰顺 乌镇 关岭 桃江 桃源 项城 霍山 霍邱 霍州 霍林'
    .split(' ')
    .map((name) => foldText(name).folded),
)

/** What follows the name of a place and not that of a person, unless more characters make a word of it. */
const KIND_OF_PLACE =
  '(?:自治[区县州旗]|开发区|高新区|工业园|街道|大道|水库|收费站|火车站|市(?![民场价面容])|区(?![分别])|县(?!城|令)|镇(?![定压静守])|乡(?![亲下里间])|村(?!民|支|委|干|长|里|上)|省(?![得去悟])|港(?![口湾币人])|岭|[江河湖山](?=流域|水系|沿岸|风景|国家|保护区|段|水库))'

/** Words that hold what could be the name of a person. */
const wordsWithNames =
  '生态文明 文明建设 文明施工 文明单位 文明城市 精神文明 文明行为 平安建设 平安中国 平安保险 平安银行 平安广西 平安乡村 安全生产 安全评价 向前推进 向前发展 向前延伸 向前迈进 向前流动 向前方 和平共处 高度重视 高明之处 万里长江 万里长城 长江流域 江山代 金山银山 绿水青山 青山绿水 黄河流域 石林公园 白云山 安康杯 广大群众 马上就办 常青树 常绿树 田园综合体 田园风光 高峰期 高峰林场 向阳面 向阳坡 阳光政务 阳光采购 国庆节 国庆期间 成功修复 建国以来 建设工程 建设项目 建设单位 建设用地 建设部门 基础设施建设 文化部门 文化遗产 传统文化 文化站 文化馆 文化广场 文化旅游 文化活动 文化程度 文化局 文化宫 初中文化 小学文化 高中文化 大学文化 国庆假期 高山流水 高原湿地 黄河三角洲 长江三角洲 长江大保护 江河湖泊 海洋生态 海洋环境 森林资源 森林公安 森林法 森林公园 国家森林 林业部门 安全隐患 安全管理 安全评估 公共安全 生态安全 食品安全 环境安全 平安创建 和平共建 健康风险 人体健康 健康评估 身体健康 温度变化 水平方向 水平距离 水平以上 平均水平 先前水平 方向移动 东方红 南方电网 石油类 石油烃 石油化工 金属加工 重金属 黄金周 马路边 高速公路 程序合法 程序规定 法定程序 明确约定 明白无误 关键环节 关键问题 常规监测 周围环境 田野调查 向阳村 红旗渠 红旗村 胜利河 胜利村 团结村 光明路 光明村 光明日报 建国路 建设路 和平路 解放路'
    .split(' ')
    .map((word) => foldText(word).folded)

type Places = Pick<CaseView, 'facts' | 'config'>

/**
 * Finds the longer words in a text folded by `foldText` that hold one of these names and are no persons: the places and
 * bodies of the case, towns and counties, common words, and what an officer has said may stand.
 */
export function longerWords(
  view: Places,
  names: readonly string[],
  standing: readonly string[],
): (folded: string) => readonly (readonly [number, number])[] {
  const words = [...bodiesOf(view), ...wordsWithNames, ...standing.map((word) => foldText(word).folded)]
  const holding = words.filter((word) => names.some((name) => word.includes(name) && word !== name))
  const isPlace = placesOf(view)
  const towns = names.filter(isPlace).map((name) => `${exactPattern(name)}${REST_OF_NAME}${KIND_OF_PLACE}`)
  const sources = [...new Set([...holding.map(exactPattern), ...towns])].sort((a, b) => b.length - a.length)
  if (!sources.length) return () => []
  const known = new RegExp(sources.join('|'), 'gu')
  return (folded) =>
    [...folded.matchAll(known)].map(({ index, 0: word }) => [index, index + word.length] as const)
}

/** 张家 is the beginning of 张家口市. */
const REST_OF_NAME = '\\p{Script=Han}??'

/** Whether a name is that of a town or a county, or of a place of this case. */
function placesOf({ facts, config }: Places): (name: string) => boolean {
  const { damage, jurisdiction } = facts.case
  const texts = [damage.location, ...unitsOf(jurisdiction), jurisdiction.obligee, config.region.name]
  const { folded } = foldText([...texts, config.unit?.name].filter(Boolean).join('\n,'))
  return (name) =>
    namesOfPlaces.has(name) ||
    new RegExp(`${exactPattern(name)}${REST_OF_NAME}[区县市镇乡]`, 'u').test(folded)
}

/** The unit that handles the case, and the one in whose name it does. */
function unitsOf({ handlingUnit, inNameOf }: Jurisdiction): (string | undefined)[] {
  return [handlingUnit, inNameOf]
}

/** A body whose name everybody may know, though a person's name stands in it; a shop or a farm is its owner. */
const LEGAL_PERSON =
  /(?:公司|集团|局|厅|委员会|人民政府|法院|检察院|大学|学院|研究院|研究所|医院|支队|大队|中心|银行|协会)$/u

function bodiesOf({ facts, config }: Places): string[] {
  const { jurisdiction } = facts.case
  const bodies = facts.obligors.filter(({ kind }) => kind !== 'individual').map(({ name }) => name)
  return [...bodies, ...unitsOf(jurisdiction), jurisdiction.obligee, config.unit?.name].flatMap((name) =>
    name !== undefined && LEGAL_PERSON.test(name) ? [foldText(name).folded] : [],
  )
}
