import type { Call, TestRepository } from './cli.ts'

/** The final text as the tests call it. */
export const finalId = 'guangxi-2026'
export const finalFile = `regulations/${finalId}.yaml`

const head = [
  ...['--title', '广西壮族自治区生态环境损害赔偿工作细则', '--short-title', '广西细则'],
  ...[
    '--issuer',
    '广西壮族自治区生态环境厅',
    '--number',
    '桂环规范〔2026〕3号',
    '--effective-from',
    '2026-07-01',
  ],
]

/** `ejc regulation new` for the final text, every question answered on the command line. */
export function newFinalText(repository: TestRepository, ...more: readonly string[]): Call {
  return repository.ejc(['regulation', 'new', finalId, '--from', 'guangxi-2025-draft', ...head, ...more])
}

/** Removes every mark, as if all had been compared with the text. */
export function allCompared(repository: TestRepository): void {
  repository.write(finalFile, repository.read(finalFile).replaceAll(/^ *review: 待核\n/gmu, ''))
}

/** The place of a text in a file, as `file:line:column`: of its first character. */
export function placeOf(repository: TestRepository, text: string, file = finalFile): string {
  const before = repository.read(file).split(text)[0] ?? ''
  const lines = before.split('\n')
  return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}
