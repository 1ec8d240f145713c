/** Programs of chats and payment, in a text folded by `foldText`, where o is 0, and l and i are 1. */
const APPS =
  '(?:微信|威信|薇信|(?<![a-z])(?:v信|wechat|we1x1n|wx|vx|qq)|加[v微]|支付宝|抖音|快手|小红书|陌陌|钉钉)'
/** What may join a number or a name to what it is called. */
const IS = '(?:[:为是叫]|名为|叫做)?'
/** What is said of a chat itself, and is nobody's name. */
const NO_NAME =
  '(?!截图|聊天|记录|转[账帐]|群|支付|付款|收款|发送|电子|语音|视频|图片|照片|沟通|联系|通知|公众号|以下|下称|简称|即|含|等)'
const DAY = '(?!\\d{4}-?\\d{2}-?\\d{2}(?!\\d))'

/** Accounts by which people go in chats, and the names that they go by there. */
const accounts = [
  String.raw`[\w.+-]+(?:@|\(at\))[\w-]+(?:\.[\w-]+)+`,
  String.raw`[\w.+-]+#[\w-]+\.(?:c0m|cn|net|0rg)(?![\w-])`,
  `(?<=${APPS}(?:号码?|名|昵称|帐号|账号|账户|1d)?${IS}"?)${DAY}[a-z0-9_-]{5,20}(?![a-z0-9_-])`,
  `(?<=(?:${APPS}|昵称|网名)(?:名称?|昵称|用户名?|好友|联系人|备注名?|[账帐]号名?)?${IS}")${NO_NAME}[^"]{1,20}(?=")`,
  `(?<=(?:${APPS}|昵称|网名)(?:名称?|昵称|用户名?|好友|联系人)?\\()${NO_NAME}[^()]{1,12}(?=\\))`,
  `(?<=(?:${APPS}名称?|昵称|网名)(?:[:为是叫]|名为|叫做))[^",;:。()]{1,12}`,
  `(?<=(?:昵称|网名|${APPS}好友))(?![称不未均及和等相与的])${NO_NAME}[^",;:。()]{1,8}?(?=[向与和在转发称说将等的于,;:。()"]|$)`,
]

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** The plate of a car, 桂A·12345 and 桂AD12345, and the name of a boat, 桂北渔12345. */
const vehicles = [
  `${PROVINCE}[a-z][.-]?(?=[a-z]{0,4}\\d[a-z]{0,4}[\\dx])[\\da-z]{4,6}(?![\\da-z])[挂学警港澳领]?`,
  `${PROVINCE}\\p{Script=Han}{0,3}[渔货油驳拖]\\p{Script=Han}?\\d{3,6}(?!\\d)`,
]

const CALLED = `(?:号码?|编号|\\p{Script=Han}{0,2}字第)?[:为是]?"?`
const FIGURE = '[零一二三四五六七八九幺\\d]'
/** Numbers of papers, telephones and accounts that are called so, or of which only a part is left. */
const papers = [
  `(?<=(?:护照|通行证|军官证|士兵证|驾驶证|驾照|身份证|居住证|残疾人?证|社保[卡号]?|医保[卡号]?|证件)${CALLED})[a-z]{0,3}\\d{6,18}x?(?![\\da-z])`,
  `(?<=(?:[账帐][号户]|卡号|户头)(?:号码?)?[:为是]?"?)\\d[\\d-]{5,39}`,
  `(?<=(?:电话|手机|座机|固话|传真|热线|联系方式)(?:号码?)?[:为是]?"?)(?:\\(?0\\d{2,3}\\)?-?)?${FIGURE}{7,11}(?:转\\d{1,5})?(?!\\d)`,
  `(?<!${FIGURE})(?:[零一二三四五六七八九幺0]){11,}`,
  '(?<=尾号[:为是]?)\\d{3,6}(?!\\d)',
  '(?<![\\da-z])\\d{2,}x{3,}[\\dx]*(?<=\\d)x?(?![\\da-z])',
  '(?<=(?:不动产权|房权证|房产证|土地使用证|使用权证)[^,;。]{0,12}?第)\\d{4,}(?=号)',
]

/** The source of a pattern for all numbers and accounts of persons that are told by their form, in a folded text. */
export const numbersByForm = [...accounts, ...vehicles, ...papers].join('|')

/** Whether a folded text may hold such a number: a quick look that finds too much rather than too little. */
export const mayHoldNumber = new RegExp(
  `\\d{5}|\\d[()-]\\d|@|#|\\(at\\)|${APPS}|昵称|网名|尾号|x{3}|${FIGURE}{7}|${PROVINCE}(?:[a-z]|\\p{Script=Han}{0,3}[渔货油驳拖])|第\\d{4}`,
  'u',
)

/** A number without what may stand between its characters, or is left out. */
export const unbracketed = (folded: string): string => folded.replace(/[()-]/gu, '')
