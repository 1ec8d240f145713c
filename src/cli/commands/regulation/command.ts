import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { checkPacks } from './check/run.ts'
import { diffPacks } from './diff/run.ts'
import { listPacks } from './list/run.ts'
import { moveCases } from './move/run.ts'
import { newPack } from './new/run.ts'
import { showPack } from './show/run.ts'

const verbs = {
  list: listPacks,
  show: showPack,
  diff: diffPacks,
  new: newPack,
  check: checkPacks,
  move: moveCases,
}

/** `ejc regulation list|show|diff|new|check|move`: the texts as data, and what a change of the text changes. */
export const regulation = defineCommand({
  name: 'regulation',
  usage: '<list|show|diff|new|check|move> [规范...]',
  summary: '规范：列出、查看、比较、新建、检查、改用',
  after: 'calendar',
  arguments: [
    {
      syntax: '<list|show|diff|new|check|move>',
      help: 'list 列出规范包；show 查看一个；diff 比较两个，并逐案说明改用的后果；new 抄一个现有的，新建待核的规范包；check 检查本库的规范包；move 将案件改用另一部规范',
    },
    {
      syntax: '[规范...]',
      help: 'show、new：规范包编号；diff：原规范、新规范，再写案件编号（不写为全库）；check：编号或者文件（不写为本库全部）；move：案件编号',
    },
  ],
  options: [
    { flags: '--from <规范>', help: 'new：抄哪个规范包（默认本库适用的）' },
    { flags: '--title <名称>', help: 'new：规定的全称' },
    { flags: '--short-title <简称>', help: 'new：表格中用的简称' },
    { flags: '--issuer <机关>', help: 'new：制定机关' },
    {
      flags: '--region <代码>',
      help: 'new：适用地区的行政区划代码，六位数字（不写的抄原规范的，标为待核）',
    },
    { flags: '--number <文号>', help: 'new：印发的文号' },
    { flags: '--effective-from <日期>', help: 'new：施行日期' },
    {
      flags: '--status <状态>',
      help: 'new：in-force 现行（默认），draft 征求意见稿',
      choices: ['in-force', 'draft'],
    },
    { flags: '--to <规范>', help: 'move：改用哪个规范包' },
    { flags: '--reason <理由>', help: 'move：为什么改用，记入案件' },
    { flags: '--by <决定人>', help: 'move：谁决定改用，记入案件' },
    { flags: '-y, --yes', help: 'new、move：不再确认，直接写入' },
    { flags: '--dry-run', help: 'new、move：只显示将写入的内容或者改用的后果，不写入' },
    { flags: '--no-commit', help: 'new、move：写入文件，但不提交到 git' },
  ],
  examples: [
    { call: 'ejc regulation show', does: '本库适用的规范：期间、限额、清单、条款，各附条文' },
    {
      call: 'ejc regulation new guangxi-2026 --from guangxi-2025-draft',
      does: '正式文本印发后，抄征求意见稿新建规范包，逐项待核；名称、文号、日期逐项询问',
    },
    { call: 'ejc regulation check', does: '本库的规范包还有哪些待核、缺少、矛盾或者条文无着，逐行列出' },
    {
      call: 'ejc regulation diff guangxi-2025-draft guangxi-2026',
      does: '两个文本的差别，以及各案改用新文本以后期限和问题的变化',
    },
    {
      call: 'ejc regulation move NN-2026-0001 --to guangxi-2026 --reason 正式文本的衔接规定 --dry-run',
      does: '先看一案改用新文本以后期限、问题和文书的变化；去掉 --dry-run 才写入',
    },
  ],
  run: (context, [verb = '', ...words], options) =>
    chosenVerb('regulation', verbs, verb)(context, words, options),
})
