import type { IsoDate } from '../../../../core/calendar/dates.ts'
import type { NewHead } from '../../../../core/regulation/copy.ts'
import type { PackStatus, RegulationPack } from '../../../../core/regulation/pack.ts'
import { provinceCode, provinceOf } from '../../../../core/regulation/region.ts'
import { formats } from '../../../../core/schema/formats.ts'
import { typedDate } from '../../../prompts/normalize.ts'
import { type OptionValues, text } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { UsageError } from '../../../shared/exit.ts'
import { packStatusWords } from '../packs.ts'

/** A question about a new text: its option, its title, and whether a text of this status can lack it. */
const QUESTIONS = [
  { option: 'title', flag: '--title', title: '名称', hint: '（规定的全称，不带书名号）' },
  { option: 'shortTitle', flag: '--short-title', title: '简称', hint: '（表格中用，如“广西细则”）' },
  { option: 'issuer', flag: '--issuer', title: '制定机关', hint: '' },
  { option: 'region', flag: '--region', title: '适用地区', hint: '（行政区划代码，六位数字，如 450000）' },
  { option: 'number', flag: '--number', title: '文号', hint: '（如“桂环规范〔2026〕3号”）' },
  { option: 'effectiveFrom', flag: '--effective-from', title: '施行日期', hint: '（可写 2026年12月1日）' },
] as const

type HeadQuestion = (typeof QUESTIONS)[number]
type GivenHead = Partial<Record<HeadQuestion['option'] | 'status', string>>

/**
 * The head of the new text, from the options of the call; the rest is asked for in a terminal.
 * @throws UsageError naming every option that is missing where nobody can be asked, and every wrong value
 */
export async function collectHead(
  context: CommandContext,
  id: string,
  source: RegulationPack,
  options: OptionValues,
): Promise<NewHead> {
  const given = givenIn(options, context.global.today)
  const answers = context.interactive
    ? await askRest(context, await proposals(context, source), given)
    : given
  const status: PackStatus = answers.status === 'draft' ? 'draft' : 'in-force'
  const missing = QUESTIONS.filter(({ option }) => !answers[option] && isNeeded(option, status))
  if (missing.length) throw new UsageError(missingOptionsText(missing))
  const { title = '', shortTitle = '', issuer = '', number, effectiveFrom, region } = answers
  return {
    id,
    title,
    shortTitle,
    status,
    issuer,
    ...(number && { number }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(region && { region }),
  }
}

/**
 * A draft for comment has neither a number nor a first day yet; a region that is not given is copied, to be compared.
 */
function isNeeded(option: HeadQuestion['option'], status: string | undefined): boolean {
  if (option === 'region') return false
  return status !== 'draft' || (option !== 'number' && option !== 'effectiveFrom')
}

function missingOptionsText(missing: readonly HeadQuestion[]): string {
  const lines = missing.map(({ flag, title, hint }) => `  ${flag}  ${title}${hint}`)
  const draft = '尚未印发的，写 --status draft，可以没有文号和施行日期。'
  return ['缺少以下内容，没有写入：', ...lines, draft].join('\n')
}

/** What the call gives, each as a pack holds it. */
function givenIn(options: OptionValues, today: IsoDate): GivenHead {
  const status = text(options, 'status')
  const given: GivenHead = status === undefined ? {} : { status }
  for (const question of QUESTIONS) {
    const value = text(options, question.option)
    if (value === undefined) continue
    const read = readAnswer(question, value, today)
    if (typeof read !== 'string') throw new UsageError(`${question.flag}（${question.title}）${read.wrong}`)
    given[question.option] = read
  }
  return given
}

/** An answer as the pack holds it: a day as YYYY-MM-DD, a title without 《》; or what is wrong with it. */
function readAnswer(
  { option }: HeadQuestion,
  value: string,
  today: IsoDate,
): string | { readonly wrong: string } {
  const line = value.trim().replace(/^《(.*)》$/u, '$1')
  if (line === '') return { wrong: '是空的，请填写。' }
  if (!formats.line(line)) return { wrong: '应当写在一行内，不含不可见的字符。' }
  if (option === 'region') return regionIn(line)
  if (option !== 'effectiveFrom') return line
  return typedDate(line, today) ?? { wrong: `应当是存在的日期，如 2026-12-01，现在是“${line}”。` }
}

function regionIn(line: string): string | { readonly wrong: string } {
  const code = line.normalize('NFKC')
  if (!formats['region-code'](code))
    return { wrong: `应当是六位数字的行政区划代码，如 450000，现在是“${line}”。` }
  return provinceOf(code) === undefined ? { wrong: `没有以“${code.slice(0, 2)}”开头的行政区划代码。` } : code
}

type Proposals = Partial<Record<HeadQuestion['option'], string>>

/** What is proposed: who made the text to copy from, and the province of the office. */
async function proposals(context: CommandContext, { issuer }: RegulationPack): Promise<Proposals> {
  const { setting } = await context.workspace()
  const { code } = setting.config.region
  return { issuer, ...(provinceOf(code) !== undefined && { region: provinceCode(code) }) }
}

async function askRest(
  { global }: CommandContext,
  proposed: Proposals,
  given: GivenHead,
): Promise<GivenHead> {
  const { openTerminal } = await import('../../../prompts/terminal.ts')
  const terminal = openTerminal()
  const choices = (['in-force', 'draft'] as const).map((value) => ({ value, name: packStatusWords[value] }))
  const status = given.status ?? (await terminal.select({ title: '状态', open: true }, choices))
  const answers: GivenHead = { ...given, status }
  for (const question of QUESTIONS) {
    const { option, title, hint } = question
    if (given[option] !== undefined) continue
    const optional = !isNeeded(option, status) && proposed[option] === undefined
    const wrongIn = (value: string): string | undefined => {
      const read = readAnswer(question, value, global.today)
      return typeof read === 'string' || (optional && value.trim() === '') ? undefined : read.wrong
    }
    const answer = await terminal.input(
      { title, hint: optional ? `${hint}（没有的直接回车）` : hint },
      {
        fallback: proposed[option],
        validate: (value) => wrongIn(value) ?? true,
      },
    )
    const read = readAnswer(question, answer, global.today)
    if (typeof read === 'string') answers[option] = read
  }
  return answers
}
