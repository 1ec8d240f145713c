import { existsSync } from 'node:fs'
import { isCaseId } from '../../../repository/paths.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import type { CommandContext } from '../../shared/context.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { addFiles } from './add/run.ts'

const verbs = { add: addFiles }
const caseQuestion = { words: ['evidence', 'add'], after: ['现场照片.jpg'], question: '证据登记到哪个案件？' }

/** `ejc evidence add CASE FILE…`: files become evidence of a case. */
export const evidence = defineCommand({
  name: 'evidence',
  usage: '<add> [案件] [文件...]',
  summary: '登记证据文件：复制、计算校验值、列入清单',
  after: 'project',
  arguments: [
    { syntax: '<add>', help: 'add：登记证据文件' },
    caseArgument,
    {
      syntax: '[文件...]',
      help: '文件，可写多个，或者写一个文件夹；在终端里逐个填写或者只填一次，用 --set 给出的适用于全部',
    },
  ],
  options: entryOptions,
  examples: [
    {
      call: 'ejc evidence add NN-2026-0001 现场勘查笔录.pdf',
      does: '复制到 attachments/，计算 SHA-256，逐项询问后列入证据清单',
    },
    {
      call: 'ejc evidence add NN-2026-0001 照片1.jpg 照片2.jpg --set kind=audiovisual --set source=南宁市生态环境局',
      does: '几个文件一次登记、一次提交，不提问',
    },
    {
      call: 'ejc evidence add NN-2026-0001 证据材料/',
      does: '登记文件夹里的全部文件，一次提交；其中有“清单.xlsx”（.csv、.ods 也可）的，按“文件名、证据名称、取得日期、来源、证明内容”各列登记',
    },
  ],
  async run(context, [word = '', ...words], options) {
    const verb = chosenVerb('evidence', verbs, word)
    const { given, files } = caseAndFiles(words)
    const id = await namedCase(context, await context.workspace(), given, caseQuestion)
    const named = files.length || !context.interactive ? files : [await askFile(context)]
    return verb(context, id, named, options)
  },
})

/** The case and the files that the words name; where the first word is a file, no case is named. */
function caseAndFiles(words: readonly string[]): { given: string | undefined; files: readonly string[] } {
  const [first, ...rest] = words
  if (first === undefined || isCaseId(first) || !existsSync(first)) return { given: first, files: rest }
  return { given: undefined, files: words }
}

/** A terminal into which a file is dragged writes its path in quotes. */
async function askFile({ folder }: CommandContext): Promise<string> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const bare = (answer: string): string => answer.trim().replace(/^(['"])(.*)\1$/, '$2')
  const validate = (answer: string): true | string => existsSync(bare(answer)) || '没有这个文件：请核对路径。'
  const words = { title: '登记哪个文件？', hint: `（路径，从 ${folder} 算起；也可以把文件拖进来）` }
  return bare(await openTerminal().input(words, { validate, shown: bare }))
}
