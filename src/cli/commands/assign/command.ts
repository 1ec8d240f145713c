import { defineCommand } from '../../shared/command.ts'
import { noCommitOption, yesOption } from '../../shared/common-options.ts'
import { assignCases } from './run.ts'

/** `ejc assign CASE… --to NAME`: hands cases over to another officer, dated, each by its own commit. */
export const assign = defineCommand({
  name: 'assign',
  usage: '[案件...]',
  summary: '移交案件给另一名办案人员',
  after: 'amend',
  arguments: [
    {
      syntax: '[案件...]',
      help: '案件编号，可写几件，不写时在终端中选择；写了 --officer 时可不写，即他承办的全部在办案件',
    },
  ],
  options: [
    { flags: '--to <姓名>', help: '接办的人' },
    { flags: '--officer <姓名>', help: '移交的人；一案有几名办案人员时，由他移交' },
    { flags: '--reason <文字>', help: '为什么移交，例如病假、调岗' },
    { flags: '--on <日期>', help: '移交的日期（默认今天）' },
    { flags: '--phone <电话>', help: '接办人的联系电话，供函件落款；默认取他在别的案件中的' },
    { flags: '--unit <单位>', help: '接办人的工作单位；默认取他在别的案件中的' },
    yesOption,
    { flags: '--dry-run', help: '只列出将移交哪些案件，不写入' },
    noCommitOption,
  ],
  examples: [
    { call: 'ejc assign NN-2026-0001 --to 李某 --reason 调岗', does: '把这一件移交给李某' },
    {
      call: 'ejc assign --officer 覃某 --to 李某 --reason 病假',
      does: '把覃某承办的全部在办案件移交给李某，每件一次提交',
    },
  ],
  run: (context, ids, options) => assignCases(context, ids, options),
})
