import { relative, resolve } from 'node:path'
import { filesOf, initRepository, needFree } from '../../repository/init.ts'
import { loadLaw } from '../../repository/law.ts'
import { setUpClone } from '../../repository/sync/driver.ts'
import { defineCommand, flag, several, text, texts } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit } from '../exit.ts'
import { type ConfigPrompts, collectConfig } from '../init/config.ts'
import { lackingText } from '../init/particulars.ts'
import { callOf } from '../output/call.ts'
import { messageText } from '../output/text.ts'
import { ownProgram } from '../own-program.ts'

/** `ejc init [DIR]`: a new case repository. */
export const init = defineCommand({
  name: 'init',
  usage: '[文件夹]',
  summary: '新建案件库',
  after: null,
  arguments: [{ syntax: '[文件夹]', help: '文件夹（默认当前文件夹），没有的会新建' }],
  options: [
    { flags: '--from <文件>', help: '从文件（- 为标准输入）读取 ejc.yaml 的内容' },
    {
      flags: '--set <键=值>',
      help: '设定一项，可写多次，例如 unit.name=南宁市生态环境局',
      parse: several,
    },
    { flags: '--dry-run', help: '只显示将写入的内容' },
    { flags: '--no-commit', help: '写入文件，不提交' },
  ],
  examples: [
    { call: 'ejc init my-cases', does: '逐项询问，新建案件库' },
    {
      call: 'ejc init my-cases --no-input --set unit.name=南宁市生态环境局',
      does: '不提问，其余按单位名称填写',
    },
  ],
  async run(context, [dir = '.'], options) {
    const { out, global } = context
    const root = resolve(dir)
    const dryRun = flag(options, 'dryRun')
    needFree(root, [])
    // Who is to be asked much is first asked what the writing at the end would fail without.
    if (!dryRun && options.commit !== false) await (await import('../doctor/fix.ts')).fixIdentity(context)
    const law = await loadLaw()
    const given = { from: text(options, 'from'), sets: texts(options, 'set') }
    const { config, regulation, recognised, notes } = await collectConfig(
      law,
      given,
      await promptsOf(context),
    )
    const files = filesOf(config, regulation)
    needFree(root, [...files.keys()])
    if (!recognised)
      out.note('从单位名称看不出所属地区，暂按广西壮族自治区填写，请在 ejc.yaml 中核对 region。')
    for (const note of notes) out.note(note)
    const written = dryRun
      ? { files: [...files.keys()], commit: null }
      : await initRepository(root, files, { commit: options.commit !== false })
    if (!dryRun) await setUpClone(root, ownProgram())
    const result = {
      case: null,
      action: 'init',
      subject: null,
      files: written.files,
      commit: written.commit,
      dryRun,
    }
    if (global.json) out.json('written', result)
    else if (dryRun) out.print(toBeWritten(files, written.files))
    else {
      const lacking = lackingText(config, regulation)
      if (lacking) out.note(messageText(lacking, out.width))
      out.note(`已在 ${root} 新建案件库。下一步：${nextCall(context.calledIn, root)}`)
    }
    return Exit.Ok
  },
})

/** What `--dry-run` shows: the files, and the text of the one that was asked for. */
function toBeWritten(files: ReturnType<typeof filesOf>, paths: readonly string[]): string {
  return `将写入：\n${paths.map((path) => `  ${path}`).join('\n')}\n\n${files.get('ejc.yaml')}`
}

/** The call that goes on in the new repository, to be copied in the folder where ejc was called. */
function nextCall(calledIn: string, root: string): string {
  return callOf(relative(calledIn, root) || undefined, ['new'])
}

/** Questions, where they can be asked; their code is loaded only then. */
async function promptsOf({ interactive, global }: CommandContext): Promise<ConfigPrompts | undefined> {
  if (!interactive) return undefined
  const [{ openTerminal }, { askItem }] = await Promise.all([
    import('../prompts/terminal.ts'),
    import('../prompts/ask.ts'),
  ])
  const terminal = openTerminal()
  const asking = {
    terminal,
    today: global.today,
    facts: undefined,
    clauses: [],
    choices: {},
    known: () => undefined,
    onAnswer: () => undefined,
  }
  return {
    unitName: () =>
      terminal.input('承办单位名称（如 南宁市生态环境局）', {
        validate: (value) => value.trim() !== '' || '请填写',
      }),
    rest: (wanted, given, law) => askItem(wanted, given, { ...asking, law }),
    say: terminal.say,
  }
}
