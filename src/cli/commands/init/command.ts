import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineCommand, flag, several, text, texts } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { correctConfig } from './correct.ts'
import { goOn, resume } from './resume.ts'
import { initialise, setUp } from './run.ts'
import { printCorrected, printMade } from './text.ts'

/** `ejc init [DIR]`: a new case repository. */
export const init = defineCommand({
  name: 'init',
  usage: '[文件夹]',
  summary: '新建案件库；再运行一次即更正配置',
  after: null,
  arguments: [
    { syntax: '[文件夹]', help: '文件夹（默认当前文件夹），没有的会新建；已是案件库的，更正其配置' },
  ],
  options: [
    { flags: '--from <文件>', help: '从 YAML 文件（- 为标准输入）读入各项设置' },
    {
      flags: '--set <键=值>',
      help: '设定一项，可写多次，例如 unit.name=南宁市生态环境局',
      parse: several,
    },
    { flags: '-y, --yes', help: '更正时不再确认，直接写入' },
    { flags: '--dry-run', help: '只显示将写入的内容' },
    { flags: '--no-commit', help: '写入文件，不提交' },
  ],
  examples: [
    { call: 'ejc init my-cases', does: '逐项询问，新建案件库' },
    {
      call: 'ejc init my-cases --no-input --set unit.name=南宁市生态环境局',
      does: '不提问，其余按单位名称填写',
    },
    { call: 'ejc init', does: '在案件库里再运行：逐项列出已填的，改哪一项就改哪一项' },
    { call: 'ejc init --set unit.kind=县级部门', does: '更正一项：承办单位类型' },
  ],
  async run(context, [dir = '.'], options) {
    const settings = { dryRun: flag(options, 'dryRun'), commit: options.commit !== false }
    const given = { from: text(options, 'from'), sets: texts(options, 'set') }
    const root = resolve(dir)
    const isFinished = !settings.dryRun && (await resume(context, root, settings.commit))
    if (!existsSync(join(root, 'ejc.yaml')))
      printMade(context, await initialise(context, root, given, settings), settings.dryRun)
    else if (isFinished && given.from === undefined && !given.sets.length) await goOn(context, root)
    else {
      // First: where it fails, nothing is corrected yet, and the error says all.
      if (!settings.dryRun && settings.commit) await setUp(root)
      printCorrected(context, await correctConfig(context, root, given, options), settings.dryRun)
    }
    return Exit.Ok
  },
})
