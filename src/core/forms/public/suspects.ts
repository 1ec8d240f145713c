import { foldText } from '../../folding.ts'
import { exactPattern, longPattern } from '../../pattern.ts'
import { namesOfPlaces } from './known-words.ts'
import { CLEAR, DOUBTFUL, GIVEN, notNames } from './name-characters.ts'
import { compoundSurnames, DOTS } from './person-names.ts'

/** A part of a text that might be the name of a person, as places in the text. */
export interface Suspect {
  readonly from: number
  readonly to: number
  /** The name as it is compared. */
  readonly folded: string
}

const HAN = '\\p{Script=Han}'
const SURNAME = `(?:${compoundSurnames.join('|')}|[${CLEAR}])`
/** What hardly stands in the name of a person and so ends it: 司机张三驾驶 names 张三. */
const STOP =
  '(?:[称说证将把在于到的等与及从对被系是由按以并后使未已曾均给赴也还又就则签确反作陈供指要请付协赔倒入填挖砍捕购售贩装卸处埋烧擅驾驶排偷雇租卖带该此没不无可某]|承认|承担|承诺|明知|表示|主张|经营|经查|经过|经调|同意|自述|先后|之[子女妻间]|如实|立即|因此|因其|告知|负责|拒不|拒绝|利用|运[输来到至走]|倾|非法|私自|违法|多次|家[中里的属]|本人|一家|[两二三四]人|出[具示庭]|支付|收[取到]|前往|和[其该]|为[了其]|有[权限]|根据|提[出交供起请])'
/** Surname and one or two characters: up to what is no character, else to what ends a name, else as long as names are. */
const given = `(?:${HAN}{1,2}(?!${HAN})|(?!${STOP})${HAN}(?=${STOP})|(?!${STOP})${HAN}(?!${STOP})${HAN}|${HAN})`
const NAME = `${SURNAME}${given}`
const NAMES = `${NAME}(?:,${NAME})*`
const ANY_NAME = `(?:${SURNAME}|(?![和与由被向对])[${DOUBTFUL}])${HAN}{1,2}`
const ANY_NAMES = `${ANY_NAME}(?:,${ANY_NAME})*`

const ROLES =
  '法定代表人|法人代表|责任人|负责人|控制人|司机|驾驶员|村民|居民|支书|主任|组长|证人|经办人|承办人|联系人|联络人|人员|工人|民工|员工|职工|雇员|雇主|老板|受害人|被害人|死者|伤者|患者|举报人|投诉人|报案人|被告人?|原告|第三人|当事人|嫌疑人|罪犯|行为人|义务人|权利人|代理人|委托人|受托人|承包人|发包人|承租人|出租人|户主|船主|船长|车主|货主|房东|摊主|厂长|矿长|店主|经营者|投资人|合伙人|股东|会计|出纳|监理|经理|董事长|监事|队长|局长|厅长|科长|处长|所长|站长|院长|校长|镇长|乡长|县长|市长|书记|检察官|法官|审判长|审判员|书记员|律师|专家|鉴定人|评估人|检测人|采样人|记录人|核对人|调查人|工程师|教授|研究员|主持人|签收人|收件人|送达人|申请人|姓名|名叫|叫做|妻子?|丈夫|其[子女父母兄弟姐妹]|儿子|女儿|父亲|母亲|哥哥|弟弟|农民|渔民|个体户|养殖户|种植户|租户|住户|农户|邻居|同伙|同案犯?|代表人|法人|学生|教师|医生|护士|干部|党员|公民|自然人|案外人|代表|[检测化验操作管护巡查采样]{2}员|户名|收款人|付款人|执行人|上诉人|见证人|外甥|侄子|亲属|家属'
    .split('|')
    .map((role) => foldText(role).folded)
    .join('|')
const ROLE = `(?:${ROLES}|(?<![林行企事农工商产作职])业主)(?:分别)?(?:[:为是系叫](?:自然人)?)?[("]?`
const CROWD = '等(?:[\\d一二三四五六七八九十几多数]+[余名]?)?[人名户位]'
const SAYS = `(?:${CROWD}|称(?![为作号职谓])|说(?!明|法|服)|陈述|供述|承认|证实|自述|辩称|反映称|反映|表示|指认|签字|签名|同志|先生|女士)`
const TOLD =
  '\\((?:男|女|.族|身份证|居民身份证|公民身份|身份号|证件|护照|电话|手机|联系电话|住|出?生于|户籍|\\(略|略\\)|\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生)|\\d{1,3}岁|[^()]{0,12}(?:身份证|出生|电话))'
/** What one does, suffers or is, whose name stands before it. */
const DOES =
  '(?:(?:将|已|未|也|再次|当场|当庭|随后|多次|擅自|非法|先后|均|即|曾|仍)?(?:拒绝|拒不|到场|未到|驾驶|驾车|运输|倾倒|偷排|排放废|填埋|盗采|采挖|捕捞|猎捕|经营|雇佣|承包|租用|提供|主持|辨认|签[字名收订署]|领取|收取|支付|赔偿|送达|逃匿|死亡|投案|归案)|夫妇|夫妻|兄弟|姐妹|父子|母子|之[妻子女夫父母]|家的|诉|系[该本某]|所有|本人|的(?:询问|讯问)?笔录|(?:询问|讯问)笔录|的?证言|的鱼塘|的?[账帐]户|支付宝|微信|\\((?:另案|已判|在逃|绰号|外号|曾用名|化名|系|下称|以下))'
/** Surnames that mostly lead to another word. */
const LEADS =
  '[由与和被向对经及将把据让找给替帮叫于从应有全双连施成能都后年那乐于丰利关相商明通方平时空云支国元强]'
const GIVEN_NAME = `[${GIVEN}]`
/** Surname and given name as most are. */
const USUAL = `(?:${SURNAME}|(?!${LEADS})[${DOUBTFUL}])${GIVEN_NAME}{2}`
const PLACES = `(?!(?:${[...namesOfPlaces].join('|')})(?!${GIVEN_NAME}))`
const SHORT = `${SURNAME}${GIVEN_NAME}`
/** What follows the name of a place or a body, and not that of a person. */
const NO_PLACE = `(?!(?:(?![在到沿从向往于至将把对经与和过被由给])${HAN})?(?:[省市县区镇乡村屯街路河江湖山岭库桥寺庙坡岛港湾林站局厂矿]|大道|公园|大厦|小区|水库|工程|项目|技术|建设|企业|文化|经济)|[罚函字]|损[启磋赔]|责改)`
/** Where a name may begin after other words: 租用梁志远的鱼塘. */
const BEFORE = `(?<=^|[^\\p{Script=Han}]|[由与和被向对经及将把据让找给替帮叫同系归是的于因为用问以人员者使派托请雇聘求])`
/** A name set off from all other words: （黄二狗）. */
const ALONE = `(?=$|[^\\p{Script=Han}]|[与和及、])`
const ASIDE = '[由与和被向对经及将把据让找给替帮叫]'
const SET_OFF = `(?<=^|[^\\p{Script=Han}]|${ASIDE})`

/** A company, whose name often begins like that of a person. */
const COMPANY = new RegExp(`^(?:(?!${STOP})${HAN}){0,12}(?:有限|股份|责任|集团|公司|合作社|银行)`, 'u')

/** Characters that write down the sounds of a name in another language: 艾克拜尔江, 扎西顿珠, 古丽巴哈尔. */
const SOUND =
  '(?:合(?=[曼木甫买])|[卜杜阿艾埃买麦提吐尔逊江克拜古丽热孜依木卡迪力巴努斯坎穆罕默德甫拉曼帕亚森玉素布音伊赛达吾则娜扎西顿珠才让卓玛格桑次旺姆洛尼多吉乌其特额敖登哈萨别汗沙塔托乃耶奴尤海米胡加比希肉柔蒙库瓦洪])'
/** Those of them that stand in few other words: two of them in one stretch are a name rather than a place. */
const SURE_SOUND = '[尔逊孜甫穆罕扎玛桑珠吐艾拜丽卓顿姆热麦卜]'
/** A name in sounds where somebody is meant, and one that shows by itself. */
const SOUNDS = `(?<!${SOUND}|[.])(?=${SOUND}*?${SURE_SOUND})${SOUND}{3,9}(?![.])`
const CLEAR_SOUNDS = `(?<!${SOUND}|[.])(?=(?:${SOUND}*?${SURE_SOUND}){2})${SOUND}{4,9}(?![.])`

/** A way in which a text shows that somebody is named. */
interface Way {
  /** The names stand at the end of what it finds. */
  readonly finds: () => RegExp
  /**
   * What a text must hold so that anything is found. It costs little to look for, while the first look for names takes
   * longer than all else that is done with a short text.
   */
  readonly needs: () => RegExp
}

const way = (finds: string, needs: string): Way => ({
  finds: longPattern(() => finds, 'gu'),
  needs: longPattern(() => needs, 'u'),
})

const NAMED_ROLE = `${ROLE}(?!${ROLES})(?:${SURNAME}|[${DOUBTFUL}])`
const NICKNAME = '外号|绰号|小名|乳名|化名|别名|曾用名|人称'

/** Each way, the surest first. */
const ways: readonly Way[] = [
  // Names of minorities and foreigners: sounds, where somebody is meant and by themselves.
  way(
    `(?:${ROLE}|${SET_OFF})(?!${ROLES})(?<names>${SOUNDS}(?:,${SOUNDS})*)(?=$|[^\\p{Script=Han}]|${SAYS}|${DOES}|${TOLD})`,
    SURE_SOUND,
  ),
  way(`(?!${ROLES})${PLACES}(?<names>${CLEAR_SOUNDS})${NO_PLACE}`, SURE_SOUND),
  way(`${ROLE}(?!${ROLES})(?<names>${NAMES})`, NAMED_ROLE),
  way(`(?<names>${NAMES})(?=${TOLD}|${CROWD})`, '[(等]'),
  way(`${SET_OFF}(?!${ROLES})(?<names>${NAMES})(?=${SAYS})`, SAYS),
  way(`${ROLE}(?!${ROLES})(?<names>${ANY_NAMES})(?=$|[^\\p{Script=Han}]|${SAYS})`, NAMED_ROLE),
  way(`${SET_OFF}(?!${ROLES})(?<names>${ANY_NAMES})(?=${TOLD})`, '[(]'),
  way(`${BEFORE}(?!${ROLES})${PLACES}(?<names>${USUAL}(?:,${USUAL})*)${NO_PLACE}`, `${BEFORE}${USUAL}`),
  way(
    `${SET_OFF}(?!${ROLES})${PLACES}(?<names>(?:${USUAL}|${SHORT})(?:,(?:${USUAL}|${SHORT}))*)(?=${DOES})`,
    `${SET_OFF}(?:${USUAL}|${SHORT})`,
  ),
  way(
    `(?<=^|[^\\p{Script=Han}])(?!${ROLES})${PLACES}(?<names>${SHORT})${ALONE}`,
    `(?<=^|[^\\p{Script=Han}])${SHORT}${ALONE}`,
  ),
  way(`(?:${NICKNAME})(?:[:为是叫])?"?(?<names>${HAN}{1,4})(?=$|[^\\p{Script=Han}]|的)`, NICKNAME),
  // Names of minorities and foreigners: parts with a dot between them.
  way(
    `(?:${ROLE}|${SET_OFF})(?!${ROLES})(?<names>${HAN}{1,6}(?:\\.${HAN}(?:(?!${STOP})${HAN}){0,5}){1,3})`,
    '[.]',
  ),
]
const isDot = new RegExp(`[${DOTS}]`, 'u')

/** What might be the name of a person in a text for publication, in order, none within another. */
const suspectsIn = (text: string): Suspect[] => suspectsBy(ways, text)

/**
 * The same in a case where these persons are on file: 国强 for 张国强, where somebody says or does something.
 * @param persons their whole names
 */
export function suspectsOf(persons: readonly string[]): (text: string) => Suspect[] {
  const given = persons.map((name) => foldText(name).folded).filter((name) => WHOLE.test(name))
  if (!given.length) return suspectsIn
  const alone = given.map((name) => exactPattern(name.slice(1))).join('|')
  const byGivenName = way(`${SET_OFF}(?<names>${alone})(?=${SAYS}|${DOES}|说|解释|的|与|和)`, alone)
  return (text) => suspectsBy([...ways, byGivenName], text)
}

/** A surname of one character and a given name of two. */
const WHOLE = new RegExp(`^(?!${compoundSurnames.join('|')})${HAN}{3}$`, 'u')

function suspectsBy(ways: readonly Way[], text: string): Suspect[] {
  const { folded, starts } = foldText(text)
  const taken: Suspect[] = []
  for (const { index, name } of ways.flatMap((way) => namesFound(folded, way))) {
    const suspect = { from: starts[index] ?? 0, to: lastOf(starts, index + name.length), folded: name }
    const isNew = taken.every(({ from, to }) => to <= suspect.from || from >= suspect.to)
    if (isNew && mayBeName(text, suspect) && !COMPANY.test(folded.slice(index + name.length)))
      taken.push(suspect)
  }
  return taken.sort((a, b) => a.from - b.from)
}

function namesFound(folded: string, { finds, needs }: Way): { index: number; name: string }[] {
  if (!needs().test(folded)) return []
  return [...folded.matchAll(finds())].flatMap(({ index, 0: all, groups }) => {
    const names = groups?.names ?? ''
    return singly(index + all.length - names.length, names)
  })
}

/** The names of a list, each with its place. */
function singly(index: number, all: string): { index: number; name: string }[] {
  return [...all.matchAll(/[^,]+/gu)].map((one) => ({ index: index + one.index, name: one[0] }))
}

/** Whether it is no word that begins like a name, is not masked already, and has a dot of names where it has one. */
function mayBeName(text: string, { from, to, folded }: Suspect): boolean {
  if (folded.includes('某') || (folded.includes('.') && !isDot.test(text.slice(from, to)))) return false
  const [first = '', second = ''] = folded
  return !notNames.has(`${first}${second}`)
}

/** Where the last character before a place in the folded text ends in the text, without the blanks behind it. */
function lastOf(starts: readonly number[], place: number): number {
  const last = starts[place - 1] ?? 0
  return starts.slice(place).find((start) => start > last) ?? last
}
