import { RepositoryError } from '../../repository/errors.ts'
import { findRepository } from '../../repository/repository.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { defineCommand, flag } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type Check, checking, type State, stateWords } from '../doctor/check.ts'
import { fixClone, fixFiles, fixIdentity } from '../doctor/fix.ts'
import { machineChecks } from '../doctor/machine.ts'
import { gitChecks, repositoryChecks } from '../doctor/repository.ts'
import { Exit } from '../exit.ts'
import { clean, type Output } from '../output/output.ts'
import { paragraph } from '../output/text.ts'
import { widthOf } from '../output/width.ts'

/** `ejc doctor`: whether this machine and this repository are fit for work, and how to mend what is not. */
export const doctor = defineCommand({
  name: 'doctor',
  usage: '',
  summary: '体检：本机环境和案件库，逐项说明怎样处理',
  after: 'regulation',
  options: [
    {
      flags: '--fix',
      help: '改正能够自动改正的：提交人、提交前检查、合并方式、.gitattributes、本版 ejc 的 schema',
    },
  ],
  examples: [
    { call: 'ejc doctor', does: '逐项体检，说明怎样处理；有问题的退出码为 1' },
    {
      call: 'ejc doctor --fix',
      does: '改正 ejc 能够自己改正的，例如启用提交前检查、更新供编辑器使用的 schema',
    },
    { call: 'ejc doctor --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, _, options) {
    if (flag(options, 'fix')) await fix(context)
    const { checks: inside, workspace } = await openRepository(context)
    const own = workspace ? await repositoryChecks(workspace) : []
    const checks = [...(await machineChecks(context.folder)), ...inside, ...own]
    if (context.global.json) context.out.json('doctor', checks)
    else context.out.print(checksText(checks, context.out))
    return checks.some(({ state }) => state === 'problem') ? Exit.Findings : Exit.Ok
  },
})

/** The repository around the folder and how its git stands; no workspace where there is none or it can't be read. */
async function openRepository(
  context: CommandContext,
): Promise<{ readonly checks: readonly Check[]; readonly workspace?: Workspace }> {
  const check = checking('repository', '案件库')
  let checks: readonly Check[] = []
  try {
    checks = await gitChecks(await findRepository(context.folder))
    return { checks, workspace: await context.workspace() }
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    const { code, file, line, message } = error
    if (code === 'not-a-repository')
      return { checks: [check.attention('当前文件夹不在案件库内，只检查了本机', message)] }
    const place = [file, line].filter((part) => part !== undefined).join(':')
    return { checks: [...checks, check.problem(place === '' ? '打不开' : `${place} 有误`, message)] }
  }
}

/** Mends what ejc can mend by itself, before it looks. */
async function fix(context: CommandContext): Promise<void> {
  await fixIdentity(context)
  const { workspace } = await openRepository(context)
  if (!workspace) return
  await fixFiles(workspace, context.out)
  // Last: what it switches on looks at the commits of cases from then on.
  await fixClone(workspace.repository, context.out)
}

function checksText(checks: readonly Check[], out: Output): string {
  const { style, width } = out
  const paint: Record<State, (text: string) => string> = {
    ok: style.green,
    attention: style.yellow,
    problem: style.red,
  }
  const column = Math.max(...Object.values(stateWords).map(widthOf))
  const indent = ' '.repeat(column + 2)
  const lines = checks.flatMap(({ state, title, message, mend }) => {
    const word = stateWords[state]
    const padded = `${paint[state](word)}${' '.repeat(column - widthOf(word))}  `
    const said = paragraph(clean(`${title}：${message}`), width, indent, indent)
    return [
      `${padded}${said.slice(indent.length)}`,
      ...(mend === null ? [] : [paragraph(clean(`→ ${mend}`), width, `${indent}  `, indent)]),
    ]
  })
  const count = (wanted: State): number => checks.filter(({ state }) => state === wanted).length
  return [...lines, '', `共 ${count('problem')} 项有问题，${count('attention')} 项注意`].join('\n')
}
