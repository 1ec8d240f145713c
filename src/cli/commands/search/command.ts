import { withoutCache } from '../../shared/cases/cache.ts'
import { defineCommand, flag } from '../../shared/command.ts'
import { Exit, UsageError } from '../../shared/exit.ts'
import { lookFurther } from './further.ts'
import { searchCases } from './run.ts'
import { printFound, printNothing } from './text.ts'

/** A longer word is a text that was pasted: each of its characters is sought in all its writings. */
const MOST_CHARACTERS = 100

/** `ejc search`: every fact, evidence title and file name of all cases that holds some words. */
export const search = defineCommand({
  name: 'search',
  usage: '<字词...>',
  summary: '在全部案件的事实、证据和文书名中查找文字',
  after: 'list',
  arguments: [
    {
      syntax: '<字词...>',
      help: '要找的文字；写几个词的，列出各词都有的案件。全角半角、空格、形近字符不论，日期、金额可以按习惯写',
    },
  ],
  options: [{ flags: '--all', help: '列出每案的全部所在；默认每案列前几处' }, withoutCache],
  examples: [
    { call: 'ejc search 油泥', does: '哪些案件、哪项事实提到油泥' },
    { call: 'ejc search 某运输部 废酸', does: '两个词都有的案件' },
    { call: 'ejc search 2026年3月2日', does: '记有这一天的事实' },
  ],
  async run(context, words, options) {
    const { out, global } = context
    const long = words.find((word) => [...word].length > MOST_CHARACTERS)
    if (long !== undefined)
      throw new UsageError(
        `要找的文字太长（${[...long].length} 字），一个词最多 ${MOST_CHARACTERS} 字：请只写其中的几个字，例如 ejc search 油泥。`,
      )
    const { found, complete, empty } = await searchCases(context, words, options)
    if (empty) throw new UsageError('没有写要找的文字，例如 ejc search 油泥。')
    if (global.json) out.json('search', found)
    else if (found.length) printFound(found, flag(options, 'all'), out)
    else printNothing(await lookFurther(context, words, options), words, global.repo, out)
    return complete ? Exit.Ok : Exit.Failed
  },
})
