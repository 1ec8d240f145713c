import { type Choice, choicesOf, type Lists } from '../../../schema/choices.ts'
import { schemaAt } from '../../../schema/walk.ts'
import type { Column } from '../../columns.ts'
import type { CellContent } from '../book.ts'
import { type Parsed, plainText, quoted, saysNothing } from './parsed.ts'

/** Other words of offices for a code, by the column and the code. */
const synonyms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  channel: {
    inspection: [
      '环保督察',
      '中央环保督察',
      '中央生态环境保护督察',
      '自治区环保督察',
      '中央督察',
      '督察',
      '督察移送',
    ],
    'sudden-incident': ['突发环境事件', '突发环境污染事件', '突发事件应急'],
    'administrative-penalty': ['行政处罚案件', '处罚案件', '行政执法', '环境行政处罚', '处罚'],
    'criminal-case': ['刑事案件', '公安移送', '公安机关移送', '环境犯罪', '涉嫌环境犯罪', '刑事'],
    'routine-supervision': [
      '日常检查',
      '日常巡查',
      '执法检查',
      '执法巡查',
      '现场检查',
      '巡查',
      '专项行动',
      '日常监督',
      '日常执法',
    ],
    'complaint-media': [
      '信访',
      '投诉',
      '举报',
      '群众举报',
      '信访举报',
      '信访投诉',
      '群众投诉',
      '媒体曝光',
      '12345',
      '12369',
    ],
    'superior-assignment': ['上级转办', '交办', '上级移交', '上级督办'],
    'judicial-referral': [
      '检察院移送',
      '检察机关移送',
      '法院移送',
      '检察建议',
      '司法机关移送',
      '检察院检察建议',
    ],
    other: ['其它'],
  },
  appraisalKind: {
    'forensic-opinion': ['司法鉴定', '司法鉴定意见', '司法鉴定意见书', '鉴定'],
    'appraisal-report': [
      '鉴定评估',
      '评估报告',
      '损害评估报告',
      '损害鉴定评估报告',
      '鉴定评估意见',
      '损害评估',
      '鉴定报告',
    ],
    'expert-opinion': ['专家评估', '专家评估意见', '专家咨询', '专家论证', '专家'],
    'comprehensive-determination': ['综合认定意见', '综合评估', '简易认定'],
  },
  outcome: {
    agreed: ['达成协议', '达成一致意见', '磋商成功', '成功', '已达成', '已达成一致', '一致', '是', '达成'],
    failed: [
      '未达成',
      '未达成协议',
      '磋商不成',
      '磋商未成',
      '磋商失败',
      '失败',
      '不成功',
      '否',
      '磋商未达成一致',
      '破裂',
    ],
  },
  restorationMode: {
    'in-situ': ['原地修复', '就地修复', '原位', '原址修复', '直接修复'],
    'off-site': ['异地', '异地替代修复', '异地补植', '异地补植复绿', '异地替代性修复'],
    labor: ['劳务', '劳务抵偿', '劳动代偿', '公益劳动'],
    'tech-upgrade': ['技改', '技术改造', '技改折抵'],
    other: ['其他', '其它', '增殖放流'],
  },
  terminationGround: {
    'already-performed': ['已履行赔偿义务', '已经履行', '已履行完毕', '履行完毕', '已赔偿'],
    'covered-by-judgment': ['已有生效裁判', '生效裁判已涵盖', '已有生效判决', '已被判决涵盖'],
    'manifestly-minor': ['损害显著轻微', '情节显著轻微', '情节轻微', '轻微'],
    'no-assets': ['无财产可供执行', '死亡且无财产', '主体灭失且无财产'],
    'lawful-permit': ['持证排污', '依法持证排污', '合法持证排污'],
    other: ['其它'],
  },
  kind: {
    organization: [
      '企业',
      '法人',
      '公司',
      '组织',
      '非法人组织',
      '法人或者其他组织',
      '个体工商户',
      '个体户',
      '企业法人',
      '村集体',
    ],
    individual: ['个人', '公民', '自然人个人'],
  },
  certificateKind: {
    passport: [],
    'hong-kong-macao-permit': ['港澳通行证', '回乡证', '港澳居民通行证'],
    'taiwan-permit': ['台胞证', '台湾通行证'],
    'residence-permit': ['居住证'],
    'foreign-residence': ['外国人居留证', '外国人永久居留证'],
    other: ['其他', '其它'],
  },
  serviceMethod: {
    direct: ['直接', '当面送达', '当面', '现场送达', '上门送达'],
    lien: ['留置'],
    electronic: ['电子', '短信', '邮件', '微信'],
    entrusted: ['委托'],
    mail: ['邮寄', '快递', 'ems', '邮政', '邮寄送达ems'],
    forwarded: ['转交'],
    'public-notice': ['公告'],
  },
}

/** What is no restoration, and yet stands in the ledgers' column for its mode: money in its place (`substitutes`). */
export const MONETARY = 'monetary'
const monetary: Choice = { code: MONETARY, label: '货币赔偿' }
const monetaryWords = [
  '货币',
  '货币赔偿',
  '赔偿金',
  '缴纳赔偿金',
  '货币化赔偿',
  '支付赔偿金',
  '缴纳赔偿款',
  '资金赔偿',
  '缴纳修复资金',
]

/** The choices of a column, in the order of their list. */
export function choicesOfColumn({ id, list }: Column, lists: Lists): readonly Choice[] {
  const node = list && schemaAt(list.document, list.path)
  const choices = (node && choicesOf(node, lists)) ?? []
  return id === 'restorationMode' ? [...choices, monetary] : choices
}

/** A choice of a cell, by its code, label, short name or another word for it. */
export function parseChoice(content: CellContent, column: Column, lists: Lists): Parsed<string | undefined> {
  const choices = choicesOfColumn(column, lists)
  const names = choices.map(({ label, short }) => short ?? label).join('、')
  if (content.kind !== 'text') return { fault: `请写文字：${names}` }
  const [head = '', ...rest] = content.text.split(/[：:]/u)
  const word = bare(head)
  if (saysNothing(word)) return { value: undefined }
  const code = codeOf(word, column.id, choices) ?? codeOf(bare(content.text), column.id, choices)
  if (code === undefined) return { fault: `${quoted(content.text)}对不上${column.heading}，应为：${names}` }
  const more = rest.join('：').trim()
  return { value: more === '' || !isFree(column.id, code) ? code : `${code}：${more}` }
}

/** Where the officer's own words follow a choice: 其他：责任人下落不明. */
function isFree(column: string, code: string): boolean {
  return column === 'terminationGround' && code === 'other'
}

function codeOf(word: string, column: string, choices: readonly Choice[]): string | undefined {
  const isNamed = (names: readonly string[]): boolean => names.some((name) => bare(name) === word)
  const named = choices.find(({ code, label, short }) => isNamed([code, label, ...(short ? [short] : [])]))
  if (named) return named.code
  const other = choices.find(({ code }) =>
    isNamed(code === MONETARY ? monetaryWords : (synonyms[column]?.[code] ?? [])),
  )
  return other?.code ?? partlyNamed(word, choices)
}

/** A long enough part of one label alone: 资源与环境行政处罚. */
function partlyNamed(word: string, choices: readonly Choice[]): string | undefined {
  if (word.length < LEAST_PART) return undefined
  const found = choices.filter(({ label }) => bare(label).includes(word))
  return found.length === 1 ? found[0]?.code : undefined
}

const LEAST_PART = 4

function bare(text: string): string {
  return plainText(text)
    .replace(/[\s“”"'《》（）()]/gu, '')
    .toLowerCase()
}
