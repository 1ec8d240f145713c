import type { Finding, Severity } from '../../../core/lint/define.ts'
import { boundedFindings } from '../../../office/lint/bounded.ts'
import { withoutCache } from '../../shared/cases/cache.ts'
import { defineCommand, type OptionValues, several, text, texts, wholeNumber } from '../../shared/command.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { lintFormats } from './formats/index.ts'
import { countedErrors, lintFindings } from './run.ts'
import { noteUnlisted, printFindings, sayCounted } from './text.ts'

/** `ejc lint`: what is wrong in the repository, or in Word drafts of agreements. */
export const lint = defineCommand({
  name: 'lint',
  usage: '[路径...]',
  summary: '检查案件库',
  after: 'render',
  arguments: [{ syntax: '[路径...]', help: '案件编号、文件夹、文件或 Word 协议稿；不写时检查全库' }],
  options: [
    { flags: '--format <格式>', help: '输出格式', choices: ['pretty', 'json', ...Object.keys(lintFormats)] },
    {
      flags: '--changed [基准]',
      help: '只查与该提交（默认本分支的上游或主分支）分开后改动过的案件，以及全库的规则',
    },
    {
      flags: '--at <提交>',
      help: '检查该提交里的案件，不看工作区；与 --changed=基准 同用，只取出改动过的案件',
    },
    {
      flags: '--shard <第几份/共几份>',
      help: '案件平分成几份，只查其中一份，供几台机器同时检查，合起来与全库相同；不属于哪一案的（配置、模板、多余的文件等）在第 1 份，放假安排未录入的，用到它的各份都列',
    },
    { flags: '--rule <规则>', help: '只查这条规则（写要求或其开头，或者编号），可写多次', parse: several },
    {
      flags: '--max-warnings <个数>',
      help: '警告和提示超过该数时以退出码 1 结束',
      parse: wholeNumber('--max-warnings'),
    },
    {
      flags: '--fail-on <范围>',
      help: '什么样的错误以退出码 1 结束：all 全部（默认），record 案卷本身的错误（逾期、未付等待办的事不算），new-record 与 --changed 的基准相比新出现的案卷错误',
      choices: ['all', 'record', 'new-record'],
    },
    {
      flags: '--verify-history',
      help: '连同 git 历史一起核对：不经 ejc 的改动、事后改动的日期和金额、改写过的提交',
    },
    withoutCache,
  ],
  examples: [
    { call: 'ejc lint', does: '检查全库；有错误时退出码为 1' },
    { call: 'ejc lint NN-2026-0001', does: '只检查一案；签署件登记以后记录有没有改动，只有这样查' },
    { call: 'ejc lint --changed', does: '只检查本分支改动过的案件' },
    { call: 'ejc lint --at main --changed=v1', does: '检查 main 分支与 v1 相比改动过的案件，不看工作区' },
    { call: 'ejc lint --shard 1/4', does: '平分成四份，只查第 1 份；另三台机器查 2/4、3/4、4/4' },
    { call: 'ejc lint --rule 协议包含', does: '只查协议缺少的条款' },
    { call: 'ejc lint --verify-history', does: '连同历史一起核对，供立卷或者移交之前使用' },
    { call: 'ejc lint --fail-on record', does: '逾期、未付款等照样列出，只有案卷本身的错误才算不通过' },
    { call: 'ejc lint draft.docx', does: '检查 Word 协议稿缺少哪些条款；放入案件文件夹的，还与案卷核对数字' },
    { call: 'ejc lint --format sarif > lint.sarif', does: '供代码平台读取；另有 github、gitlab、junit' },
  ],
  async run(context, paths, options) {
    const format = lintFormatOf(options, context.global.json)
    const call = {
      paths,
      named: texts(options, 'rule'),
      withRules: lintFormats[format] !== undefined,
      options,
    }
    const failOn = text(options, 'failOn') ?? 'all'
    if (failOn === 'new-record' && typeof options.changed !== 'string')
      throw new UsageError('--fail-on new-record 要与 --changed 基准 同用：写明与哪个提交相比。')
    const result = await lintFindings(context, call)
    const counted = failOn === 'all' ? result.findings : await countedErrors(context, result, options)
    printFindings(context, format, result)
    const errors = boundedFindings(counted).filter(({ severity }) => severity === 'error').length
    if (failOn !== 'all') sayCounted(context, result.findings, errors, failOn === 'new-record')
    if (failOn === 'new-record') noteUnlisted(context, result.findings, counted)
    return exitCodeFor(errors, result.findings, options.maxWarnings)
  },
})

function lintFormatOf(options: OptionValues, json: boolean): string {
  const format = text(options, 'format')
  if (json && format !== undefined && format !== 'json')
    throw new UsageError(`--json 与 --format ${format} 只能写一个。`)
  return json ? 'json' : (format ?? 'pretty')
}

function exitCodeFor(errors: number, findings: readonly Finding[], maxWarnings: unknown): ExitCode {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length
  const most = typeof maxWarnings === 'number' ? maxWarnings : Number.POSITIVE_INFINITY
  return errors > 0 || count('warning') + count('notice') > most ? Exit.Findings : Exit.Ok
}
