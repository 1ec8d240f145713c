import { chosenVerb } from '../calendar/verb.ts'
import { defineCommand } from '../command.ts'
import { diffPacks } from '../regulation/diff.ts'
import { listPacks } from '../regulation/list.ts'
import { showPack } from '../regulation/show.ts'

const verbs = { list: listPacks, show: showPack, diff: diffPacks }

/** `ejc regulation list|show|diff`: the texts as data, and what a change of the text changes. 第四十三条 */
export const regulation = defineCommand({
  arguments: [
    {
      syntax: '<list|show|diff>',
      help: 'list 列出规范包；show 查看一个；diff 比较两个，并逐案说明改用的后果',
    },
    { syntax: '[规范...]', help: 'show：规范包编号；diff：原规范、新规范，再写案件编号（不写为全库）' },
  ],
  options: [],
  examples: [
    { call: 'ejc regulation show', does: '本库适用的规范：期间、限额、清单、条款，各附条文' },
    {
      call: 'ejc regulation diff guangxi-2025-draft guangxi-2027',
      does: '两个文本的差别，以及各案改用新文本以后期限和问题的变化',
    },
  ],
  run: (context, [verb = '', ...ids]) => chosenVerb('regulation', verbs, verb)(context, ids),
})
