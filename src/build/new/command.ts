import { buildAndTest, exportName, type Skeleton, UNWRITTEN } from './skeleton.ts'

/** A command of ejc, the last of the help until its place is chosen, with a test that calls it. */
export function newCommand(name: string, last: string): Skeleton {
  return {
    files: [
      { path: `src/cli/commands/${name}/command.ts`, text: commandText(name, last) },
      { path: `test/cli/commands/${name}/command.test.ts`, text: testText(name) },
    ],
    afterwards: [buildAndTest(`test/cli/commands/${name}`), 'npm run reference'],
  }
}

function commandText(name: string, last: string): string {
  return `import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import { Exit } from '../../shared/exit.ts'

const caseQuestion = { words: ['${name}'], question: '${UNWRITTEN}哪个案件？' }

/** \`ejc ${name}\`: ${UNWRITTEN} what it does, in a line. */
export const ${exportName(name, 'command')} = defineCommand({
  name: '${name}',
  usage: '[案件]',
  summary: '${UNWRITTEN}用途，一句话',
  // ${UNWRITTEN} The command that it follows in the help.
  after: '${last}',
  arguments: [caseArgument],
  examples: [
    { call: 'ejc ${name}', does: '${UNWRITTEN}' },
    { call: 'ejc ${name} NN-2026-0001', does: '${UNWRITTEN}' },
  ],
  async run(context, [given]) {
    // ${UNWRITTEN} Parse here, do it in run.ts, print by text.ts.
    const id = await namedCase(context, await context.workspace(), given, caseQuestion)
    context.out.print(\`${UNWRITTEN}\${id}\`)
    return Exit.Ok
  },
})
`
}

function testText(name: string): string {
  return `import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

describe('ejc ${name}', () => {
  const repository = createRepository('example-case')

  it('${UNWRITTEN} prints …', () => {
    const { exit, stdout } = repository.ejc(['${name}', 'NN-2026-0001'])
    expect(exit).toBe(0)
    expect(stdout).toContain('${UNWRITTEN}')
  })
})
`
}
