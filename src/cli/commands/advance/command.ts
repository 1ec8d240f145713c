import { actions, wordOf } from '../../../core/stages/actions/index.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { namesSeveral } from '../../shared/cases/several.ts'
import { defineCommand } from '../../shared/command.ts'
import { casesArgument } from '../../shared/common-options.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { namedActions, namesStep } from '../../shared/entry/named-action.ts'
import { Exit } from '../../shared/exit.ts'
import { reportOutcome } from '../../shared/wording/outcome.ts'
import { advanceCase } from './run.ts'

const caseQuestion = { words: ['advance'], question: '办理哪个案件？' }

/** `ejc advance`: does the next step of a case, or says why it can't be done now. */
export const advance = defineCommand({
  name: 'advance',
  usage: '[案件] [事项] [对象]',
  summary: '办理下一步，并记入案件',
  after: 'new',
  arguments: [
    casesArgument('办'),
    { syntax: '[事项]', help: `要办的事项，写名称或其开头：${actions.map(wordOf).join('、')}` },
    {
      syntax: '[对象]',
      help: '对象的名称或其一部分（如义务人的名称），或者地址，例如 1/o2（第 1 轮、义务人 o2）、A1；只有一个时可以不写',
    },
  ],
  options: entryOptions,
  examples: [
    { call: 'ejc advance NN-2026-0001', does: '在终端里选择现在可以办的事项，逐项填写' },
    {
      call: 'ejc advance NN-2026-0001 送达 1/o2 --set method=邮寄 --set servedOn=7.3',
      does: '登记向 o2 邮寄送达磋商告知书，不提问',
    },
    { call: 'ejc advance NN-2026-0001 签订 --from 协议.yaml', does: '从文件读入赔偿协议' },
    {
      call: 'ejc advance NN-2026-0001 签订 --set clauses=@协议.docx --set signedCopy=@协议扫描件.pdf',
      does: '从签订的 Word（或者有文字的 PDF、.md、.txt）读入协议条款，其余逐项提问；文件和扫描件随案卷保存',
    },
    {
      call: 'ejc advance 全部 报告重大案件月度进展 2026-10',
      does: '逐件填写要报告 10 月进展的案件，每件一次提交，最后列出办成没有',
    },
  ],
  async run(context, words, options) {
    const workspace = await context.workspace()
    const [given, word, subject] = namesStep(words[0]) ? [undefined, ...words] : words
    // A word that names no action is refused before a case is chosen.
    if (word !== undefined) namedActions(word)
    if (namesSeveral(given)) {
      const { advanceSeveral } = await import('./several.ts')
      return advanceSeveral(context, workspace, given, [word, subject], options)
    }
    const id = await namedCase(context, workspace, given, caseQuestion)
    const { task, outcome } = await advanceCase(context, workspace, { id, word, subject }, options)
    reportOutcome(context, task, outcome)
    return Exit.Ok
  },
})
