import { chineseDate, isRealDate } from './calendar/dates.ts'
import { exactPattern } from './pattern.ts'
import { UNSEEN } from './schema/hidden.ts'

/**
 * Traditional and other forms of characters that stand in names, as groups: the usual form first, 张張. They are the same
 * to a reader who looks for somebody; what is typed stays as it was typed, since a name may be registered so.
 */
const variants =
  '张張 国國囯圀 强強彊 刘劉 陈陳 杨楊 赵趙 吴吳 郑鄭 冯馮 蒋蔣 许許 吕呂 严嚴 谢謝 邹鄒 苏蘇 鲁魯 凤鳳 贺賀 罗羅 毕畢 邬鄔 顾顧 萧蕭 庞龐 纪紀 卢盧 邓鄧 单單 陆陸 荣榮 龚龔 叶葉 赖賴 乔喬 闻聞 谭譚 关關 欧歐 聂聶 简簡 饶饒 钟鐘鍾 孙孫 钱錢 华華 伟偉 丽麗 红紅 军軍 东東 兰蘭 兴興 云雲 义義 乐樂 习習 书書 业業 买買 亚亞 仪儀 优優 传傳 伦倫 侨僑 党黨 冈岡 刚剛 励勵 劳勞 胜勝 卫衛 协協 厉厲 双雙 发發 启啟啓 员員 园園 圆圓 坚堅 声聲 奋奮 娇嬌 娄婁 娅婭 婴嬰 学學 宁寧甯 宝寶寳 实實 宪憲 宽寬 宾賓 寿壽 将將 尔爾 尧堯 岗崗 岭嶺 岳嶽 岛島 峰峯 师師 帅帥 广廣 庄莊 庆慶 应應 开開 异異 归歸 彻徹 志誌 忆憶 怀懷 恒恆 恋戀 愿願 战戰 扬揚 择擇 挚摯 挥揮 摇搖 斋齋 时時 旷曠 昆崑 显顯 晋晉 晓曉 晔曄 晖暉 术術 朴樸 权權 杰傑 极極 松鬆 枫楓 柏栢 标標 栋棟 栾欒 树樹 桥橋 桦樺 梁樑 梦夢 横橫 欢歡 汉漢 汤湯 沈瀋 沣灃 沧滄 泽澤 洁潔 济濟 浏瀏 浚濬 涛濤 润潤 涌湧 渊淵 温溫 湾灣 满滿 滨濱 潇瀟 灵靈 灿燦 炜煒 炼煉 烁爍 焕煥 爱愛 独獨 玛瑪 环環 玮瑋 珑瓏 琏璉 琼瓊 瑶瑤 璎瓔 电電 畅暢 矫矯 砾礫 硕碩 礼禮 祯禎 祎禕 禄祿 禅禪 离離 积積 稳穩 竞競 笃篤 笔筆 粤粵 纬緯 纯純 纲綱 纳納 纶綸 纹紋 练練 绅紳 绍紹 经經 绚絢 绢絹 继繼 绩績 绪緒 续續 绮綺 维維 绵綿 绿綠 缇緹 缘緣 翘翹 耀燿 聪聰 肃肅 腾騰 舰艦 艳豔艷 艺藝 节節 芦蘆 苇葦 苍蒼 范範 荐薦 荟薈 荫蔭 莱萊 莲蓮 莹瑩 莺鶯 萤螢 萨薩 蓝藍 蔷薔 蕴蘊 观觀 览覽 誉譽 论論 诗詩 诚誠 详詳 语語 诸諸 诺諾 谊誼 谦謙 谨謹 谱譜 贞貞 贡貢 财財 贤賢 质質 贵貴 费費 赐賜 赛賽 赞贊讚 赟贇 赢贏 赣贛 轩軒 轶軼 辉輝煇 边邊 达達 迁遷 运運 进進 远遠 连連 适適 逊遜 遥遙 郁鬱 钊釗 钦欽 钧鈞 钰鈺 铁鐵 铃鈴 铄鑠 铎鐸 铜銅 铠鎧 铨銓 铭銘 银銀 锋鋒 锐銳 锦錦 锡錫 镇鎮鎭 镜鏡 闫閆 闰閏 闵閔 闽閩 阁閣 阅閱 阎閻 阙闕 阳陽 阴陰 陇隴 陕陝 际際 隐隱 雏雛 雾霧 静靜 韩韓 韬韜 韵韻 顺順 须須 颂頌 颖穎頴 颜顏 驰馳 驹駒 骁驍 骄驕 骅驊 骆駱 骏駿 骐騏 鲍鮑 鲜鮮 鸣鳴 鸿鴻 鹃鵑 鹏鵬 鹤鶴 鹭鷺 啸嘯 坤堃 群羣 珍珎 峦巒 嵘嶸 峥崢 凯凱 创創 剑劍劒 则則 勋勳勛 却卻 咏詠 团團 图圖 姗姍 宫宮 屿嶼 弥彌 彦彥 悦悅 为為 万萬 与與 丰豐 乡鄉 乌烏 从從 仑崙侖 余餘 侠俠 俪儷 储儲 儿兒 养養 冲沖衝 台臺 号號 圣聖 壮壯 献獻 狮獅 玺璽 盖蓋 盘盤 矿礦 窦竇 绣繡 缪繆 翱翺 联聯 荆荊 蔼藹 轼軾 辕轅 辽遼 迈邁 迟遲 郦酈 里裡裏 钢鋼 钮鈕 铸鑄 镛鏞 闯闖 阔闊 随隨 霁霽 项項 骥驥 骞騫 鲤鯉 鳌鰲 鸢鳶 鸥鷗 鹂鸝 鹰鷹 麟麐 龄齡 区區 县縣 层層 楼樓 组組 队隊'

/**
 * Characters that one is typed or read for another, as groups: zero and O, one and l, dashes, quotes, brackets, dots,
 * Cyrillic and Greek letters with the shape of Latin ones. Full width needs no group: NFKC folds it.
 */
const lookAlikes = [
  '0oOоОοΟ〇○',
  '1lLiI|ІіΙι丨',
  '-‐‑‒–—―−─－ー',
  '.·•・‧∙。｡⋅⸱ꞏ᛫⦁●ᐧ',
  ',，、',
  `"'“”‘’「」『』＂＇«»`,
  '(（〔[【〖［{｛<《〈',
  ')）〕]】〗］}｝>》〉',
  'xX×✕✖＊*хХχ',
  'aAаАα',
  'bBвВΒ',
  'cCсС',
  'eEеЕΕ',
  'hHнНΗ',
  'kKкКΚκ',
  'mMмМΜ',
  'pPрРΡρ',
  'tTтТΤτ',
  'yYуУΥ',
  '~～∼〜˜',
  '己已巳⺒',
  '户戶戸',
]

/**
 * Radicals that stand in texts pasted from a PDF for the character of the same look, and that NFKC leaves as they are or
 * folds into the traditional form, as groups.
 */
export const radicals =
  '厂⺁ 乙⺄ 几⺇ 卜⺊ 小⺌ 幺⺓ 日⺜ 月⺝ 歹⺞ 母⺟ 民⺠ 爪⺥ 牛⺧ 王⺩ 目⺫ 示⺬ 竹⺮ 网⺳ 羊⺶ 聿⺻ 臼⺽ 虎⻁ 西⻄ 见見⻅ 角⻆ 贝貝⻉ 足⻊ 车車⻋ 长長⻑⻓ 门門⻔ 青⻘靑 韦韋⻙ 页頁⻚ 风風⻛ 飞飛⻜ 食⻝ 首⻡ 马馬⻢ 骨⻣ 鬼⻤ 鱼魚⻥ 鸟鳥⻦ 卤鹵⻧ 麦麥⻨ 黄黃⻩ 黾黽⻪ 齐齊⻬ 齿齒⻮ 龙龍⻰ 龟龜⻳'

/** Characters that are taken for one another, as groups. */
export const groupsOfCharacters: readonly string[] = [...lookAlikes, ...`${radicals} ${variants}`.split(' ')]

/** Each character with all those of its groups. */
const alike = groupsByCharacter()

function groupsByCharacter(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>()
  for (const group of groupsOfCharacters)
    for (const character of group) groups.set(character, `${groups.get(character) ?? ''}${group}`)
  return groups
}

/** What may stand between two characters of a text that is searched: spaces, line breaks, and what nobody sees. */
const NOTHING = `\\s${UNSEEN}\\p{Default_Ignorable_Code_Point}\\p{M}\\u2800`
const gap = `[${NOTHING}]*`
export const SPACES = new RegExp(`[${NOTHING}]+`, 'gu')

/** Kangxi radicals, compatibility ideographs, forms in full and half width: characters that NFKC folds into another. */
const foldedRanges = [
  [0x2100, 0x214f],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fdf],
  [0x3300, 0x33ff],
  [0xf900, 0xfaff],
  [0xff01, 0xffee],
] as const

let knownForms: ReadonlyMap<string, string> | undefined

/** The characters that NFKC folds into another one, by that one. */
function formsOf(character: string): string {
  knownForms ??= foldedForms()
  return knownForms.get(character) ?? ''
}

function foldedForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const [first, last] of foldedRanges)
    for (let code = first; code <= last; code++) {
      const form = String.fromCharCode(code)
      const folded = form.normalize('NFKC')
      if (folded !== form && [...folded].length === 1) forms.set(folded, `${forms.get(folded) ?? ''}${form}`)
    }
  return forms
}

/**
 * The source of a pattern (flags `giu`) that finds a text however it was typed: full or half width, with or without
 * spaces, with characters that look alike; a day also as 2026年3月2日 or 2026-03-02. Undefined for nothing but spaces.
 */
export function foldedPattern(text: string): string | undefined {
  const written = writingsOf(text).map(patternOfCharacters).filter(Boolean)
  return written.length ? written.map((each) => `(?:${each})`).join('|') : undefined
}

/** The text, and where it names a day also the other ways to write it. */
export function writingsOf(text: string): string[] {
  return [...new Set([text, ...otherDates(text)])]
}

function patternOfCharacters(text: string): string {
  return writtenCharacters(text).map(patternOfCharacter).join(gap)
}

function patternOfCharacter(all: readonly string[]): string {
  const [only] = all
  if (all.length === 1 && only !== undefined) return exactPattern(only)
  return `[${all.map((each) => each.replace(/[\\\]^-]/gu, '\\$&')).join('')}]`
}

function isOneCharacter(text: string): boolean {
  return [...text].length === 1
}

/** Each character of a text, without spaces, in all the ways in which it may have been written. */
function writtenCharacters(text: string): string[][] {
  return [...text.normalize('NFKC').replace(SPACES, '')].map((character) => {
    // ß has no capital of one character, and is not found as S.
    const cases = [character, character.toLowerCase(), character.toUpperCase()].filter(isOneCharacter)
    const group = new Set(cases.flatMap((each) => [each, ...(alike.get(each) ?? '')]))
    return [
      ...new Set([...group].flatMap((each) => [each, ...formsOf(each), ...formsOf(each.toUpperCase())])),
    ]
  })
}

/** A day in the text in the other ways in which it is written. */
function otherDates(text: string): string[] {
  const [whole, year = '', month = '', day = ''] =
    /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?/u.exec(text.normalize('NFKC').replace(SPACES, '')) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (whole === undefined || !isRealDate(iso)) return []
  const around = text.normalize('NFKC').replace(SPACES, '').split(whole)
  return [iso, chineseDate(iso)].map((date) => around.join(date))
}

/** Whether a text holds each of the words, as `foldedPattern` finds them. */
export function holdsWords(words: readonly string[]): (text: string) => boolean {
  const patterns = words.flatMap((word) => foldedPattern(word) ?? []).map((each) => new RegExp(each, 'iu'))
  return (text) => patterns.every((pattern) => pattern.test(text))
}

/** A text folded for comparing, with the place in the text of each of its characters. */
export interface FoldedText {
  readonly folded: string
  /** Where each character of `folded` begins in the text; one more at the end. */
  readonly starts: readonly number[]
}

/**
 * A text as `foldedPattern` compares it: each character by the first of those that look alike, in lower case and plain
 * width, without what nobody sees. Two texts that are the same to a reader have the same `folded`.
 */
export function foldText(text: string): FoldedText {
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    for (const each of foldCharacter(character)) {
      folded += each
      starts.push(at)
    }
    at += character.length
  }
  return { folded, starts: [...starts, at] }
}

/** What stands for a character; the empty text for spaces and for what nobody sees. */
function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  const plain = character.normalize('NFKC').replace(SPACES, '')
  const folded = [...plain].map((each) => [...(alike.get(each) ?? each)][0]?.toLowerCase() ?? '').join('')
  foldedCharacters.set(character, folded)
  return folded
}

/** Texts repeat their few thousand characters. */
const foldedCharacters = new Map<string, string>()

/** Whether two texts are the same to a reader: 李　明 and 李明. */
export function readsAlike(a: string, b: string): boolean {
  return a === b || foldText(a).folded === foldText(b).folded
}
