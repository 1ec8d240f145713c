import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lintRepository } from '../../../src/office/lint.ts'
import { openCache } from '../../../src/repository/cache/cache.ts'
import { git, put, removeTemporary, temporaryFolder } from '../temporary.ts'
import { commit, templateOf } from './template.ts'
import { program, wholeOutput } from './whole-output.ts'

const today = '2026-11-24'
const tomorrow = '2026-11-25'
const id = 'GC-2026-0001'
/** A case in which something lasting is found. */
const faulty = 'GC-2024-0001'
const tested = [id, 'GC-2026-0002', 'GC-2025-9001', faulty]
const folder = `cases/${id}`
const document = `${folder}/case.yaml`
const E1 = 'attachments/E1-现场勘查笔录.txt'
const unknownKey = 'unknown: 1\n'

let template: string
let root: string
beforeAll(async () => {
  template = templateOf(tested)
  await wholeOutput(template, today, 'remembered')
})
beforeEach(() => {
  root = temporaryFolder()
  cpSync(template, root, { recursive: true, preserveTimestamps: true })
})
afterAll(removeTemporary, 60_000)

function add(file: string, text: string): void {
  appendFileSync(join(root, file), text)
}

function ignore(pattern: string): void {
  put(root, { '.git/info/exclude': `${pattern}\n` })
}

const cacheFile = (at = root): string => {
  const path = execFileSync('git', ['rev-parse', '--git-path', 'ejc/cache/findings'], { cwd: at })
  return join(at, String(path).trim())
}

const lint = (at = root, day = today) => lintRepository(at, { today: day, program })
const marker = '（记下的）'

/** Puts a word into every message that is remembered, by which it shows whether it is used again. */
function mark(file = cacheFile()): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"message":"', `"message":"${marker}`))
}

/** The cases of which something was told from memory. */
async function fromMemory(at = root, day = today): Promise<Set<string | null>> {
  const findings = await lint(at, day)
  return new Set(findings.flatMap((each) => (each.message.startsWith(marker) ? [each.case] : [])))
}

describe('what is remembered says the same as what is concluded anew', () => {
  it.each(['2024-03-01', '2026-05-05', today, '2027-10-08'])('on %s: cold and warm', async (day) => {
    for (const format of ['json', 'text'] as const) {
      const anew = await wholeOutput(root, day, 'anew', format)
      expect(await wholeOutput(root, day, 'remembered', format)).toBe(anew)
      expect(await wholeOutput(root, day, 'remembered', format)).toBe(anew)
    }
  })

  it('on the next day, when every countdown has moved on', async () => {
    expect(await wholeOutput(root, '2026-11-25', 'remembered')).toBe(
      await wholeOutput(root, '2026-11-25', 'anew'),
    )
  })

  const changes: Readonly<Record<string, () => void>> = {
    'a document is changed': () => add(document, unknownKey),
    'a change is staged': () => {
      add(document, unknownKey)
      git(root, 'add', '.')
    },
    'a change is committed': () => {
      add(document, unknownKey)
      commit(root)
    },
    'a document can not be read': () => add(document, '\t: ['),
    'a document is gone': () => rmSync(join(root, folder, 'screening.yaml')),
    'a document is new': () => add(`${folder}/closing.yaml`, 'closed: { closedOn: 2026-01-01 }\n'),
    'a new document is ignored by git': () => {
      ignore('closing.yaml')
      add(`${folder}/closing.yaml`, 'closed: { closedOn: 2026-01-01 }\n')
    },
    'a file is new': () => add(`${folder}/attachments/more.txt`, '材料'),
    'evidence is changed': () => add(`${folder}/${E1}`, '改'),
    'git is told not to look at a changed document': () => {
      git(root, 'update-index', '--assume-unchanged', document)
      add(document, unknownKey)
    },
    'a document is left out of the work tree': () => {
      git(root, 'update-index', '--skip-worktree', `${folder}/screening.yaml`)
      rmSync(join(root, folder, 'screening.yaml'))
    },
    'a case is renamed': () => renameSync(join(root, folder), join(root, 'cases/GC-2026-0099')),
    'a case is copied': () =>
      cpSync(join(root, folder), join(root, 'cases/GC-2026-0099'), { recursive: true }),
    'a case is gone': () => rmSync(join(root, folder), { recursive: true }),
    'all cases are ignored': () => {
      ignore('cases/')
      cpSync(join(root, folder), join(root, 'cases/GC-2026-0099'), { recursive: true })
    },
    'the configuration is changed': () => add('ejc.yaml', 'remind: { withinDays: 400 }\n'),
    'what was sent upward can not be read': () => add('submissions.yaml', '\t: ['),
    'the configuration can not be read': () => add('ejc.yaml', '\t: ['),
    'a year of the calendar is added': () =>
      put(root, {
        'calendar/2027.yaml': readFileSync('src/law/calendars/cn/2026.yaml', 'utf8').replaceAll(
          '2026',
          '2027',
        ),
      }),
  }

  it.each(Object.entries(changes))('when %s', async (_, change) => {
    change()
    expect(await wholeOutput(root, today, 'remembered')).toBe(await wholeOutput(root, today, 'anew'))
  })
})

describe('what was remembered', () => {
  it('is told again on the same day, and on a later one on which it is still so, but on no earlier one', async () => {
    await lint()
    mark()
    expect(await fromMemory()).toEqual(new Set([faulty]))
    expect(await fromMemory(root, tomorrow)).toEqual(new Set([faulty]))
    expect(await fromMemory(root, '2026-11-23')).toEqual(new Set())
  })

  it('is told from its day on, until the day on which it may be different', async () => {
    rmSync(cacheFile())
    const cache = await openCache(root, 'findings', { program, today })
    cache.keep(id, 'as it was', '2026-12-01')
    cache.keepWhole('ground', 'whole')
    await cache.save()
    for (const [day, told] of Object.entries({
      '2026-11-23': [undefined, undefined],
      [today]: ['as it was', 'whole'],
      '2026-11-30': ['as it was', undefined],
      '2026-12-01': [undefined, undefined],
    })) {
      const then = await openCache(root, 'findings', { program, today: day })
      expect([day, then.get(id), then.getWhole('ground')]).toEqual([day, ...told])
    }
  })

  it('is not told of a case that was changed, but again when the change is taken back', async () => {
    await lint()
    mark()
    add(`cases/${faulty}/case.yaml`, unknownKey)
    expect(await fromMemory()).toEqual(new Set())
    git(root, 'checkout', '--', '.')
    expect(await fromMemory()).toEqual(new Set([faulty]))
  })

  it('holds for other rules asked for, but what some rules found is not all', async () => {
    rmSync(cacheFile())
    await lintRepository(root, { today, program, rules: ['evidence/hash'] })
    mark()
    expect(await fromMemory()).toEqual(new Set())
    const all = await lint()
    const some = await lintRepository(root, { today, program, rules: ['document/missing'] })
    expect(some).toEqual(all.filter(({ rule }) => rule === 'document/missing'))
  })

  it('is forgotten with another build of the program', async () => {
    await lint()
    mark()
    const findings = await lintRepository(root, { today, program: 'another build' })
    expect(findings.filter(({ message }) => message.startsWith(marker))).toEqual([])
  })

  it('leaves nothing of a case that was changed while it was read', async () => {
    rmSync(cacheFile())
    const cache = await openCache(root, 'findings', { program, today })
    const before = readFileSync(join(root, document))
    cache.keep(id, 'as it was', tomorrow)
    cache.keep('GC-2026-0002', 'untouched', tomorrow)
    add(document, unknownKey)
    await cache.save()
    writeFileSync(join(root, document), before)
    const next = await openCache(root, 'findings', { program, today })
    expect([next.get(id), next.get('GC-2026-0002')]).toEqual([undefined, 'untouched'])
  })

  it('leaves nothing at all when the configuration was changed meanwhile', async () => {
    const cache = await openCache(root, 'findings', { program, today })
    cache.keep(id, 'as it was', tomorrow)
    add('ejc.yaml', '# 补充\n')
    rmSync(cacheFile())
    await cache.save()
    expect(existsSync(cacheFile())).toBe(false)
  })

  it('is kept in a linked work tree for that tree, and is no change to git', async () => {
    const linked = join(temporaryFolder(), 'linked')
    git(root, 'worktree', 'add', '--quiet', '-b', 'other', linked)
    rmSync(cacheFile())
    await lint(linked)
    expect(existsSync(cacheFile())).toBe(false)
    mark(
      execFileSync('git', ['rev-parse', '--git-path', 'ejc/cache/findings'], {
        cwd: linked,
        encoding: 'utf8',
      }).trim(),
    )
    expect(await fromMemory(linked)).toEqual(new Set([faulty]))
    expect(git(linked, 'status', '--porcelain')).toBe('')
  })

  it('is told apart where several case repositories lie in one git', async () => {
    const both = temporaryFolder()
    git(both, 'init', '--quiet')
    for (const name of ['east', 'west']) {
      cpSync('examples/repository', join(both, name), { recursive: true })
    }
    put(both, { [`west/${document}`]: `${readFileSync(join(both, 'west', document), 'utf8')}${unknownKey}` })
    git(both, 'config', 'user.name', '覃某')
    git(both, 'config', 'user.email', 'qin@example.invalid')
    commit(both)
    for (let round = 0; round < 2; round += 1) {
      for (const name of ['east', 'west']) {
        const at = join(both, name)
        expect(await lint(at)).toEqual(await lintRepository(at, { today }))
      }
    }
  })
})

describe('what was remembered can be thrown away at any time:', () => {
  const accidents: Readonly<Record<string, (file: string) => void>> = {
    'it is gone': (file) => rmSync(file),
    'it is empty': (file) => writeFileSync(file, ''),
    'it is cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, -100)),
    'it is cut short at the end of a line': (file) =>
      writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, 3).join('\n')}\n`),
    'it holds zeros': (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)),
    'its lines hold no JSON': (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('{', '[')),
    'its lines hold something else': (file) =>
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"findings"', '"found"')),
    'it is a folder': (file) => {
      rmSync(file)
      mkdirSync(file)
    },
    'its folder is a file': (file) => {
      rmSync(dirname(file), { recursive: true })
      writeFileSync(dirname(file), '')
    },
  }

  it.each(Object.entries(accidents))('%s', async (_, happen) => {
    const anew = await lint()
    happen(cacheFile())
    expect(await lint()).toEqual(anew)
    expect(await lint()).toEqual(anew)
  })
})

describe('nothing is remembered', () => {
  const nothing = async (at = root): Promise<void> => {
    const anew = await lintRepository(at, { today })
    expect(await lint(at)).toEqual(anew)
    expect(await lint(at)).toEqual(anew)
  }

  it('outside of git', async () => {
    rmSync(join(root, '.git'), { recursive: true })
    await nothing()
  })

  it('before the first commit', async () => {
    rmSync(join(root, '.git'), { recursive: true })
    git(root, 'init', '--quiet')
    await nothing()
    expect(existsSync(cacheFile())).toBe(false)
  })

  it('where git does not answer', async () => {
    writeFileSync(join(root, '.git/index'), 'no index')
    mark()
    await nothing()
  })

  it('while a write waits to be carried out', async () => {
    await lint()
    mark()
    const head = git(root, 'rev-parse', 'HEAD').trim()
    const journal = { version: 1, id: '1', prefix: '', head, entries: [], commit: null, takesBack: false }
    put(root, { '.git/ejc/journal.json': JSON.stringify(journal) })
    expect(await fromMemory()).toEqual(new Set())
  })

  it('of what a hook tells its git to look at instead', async () => {
    await lint()
    add(document, unknownKey)
    process.env.GIT_INDEX_FILE = '/nowhere'
    try {
      expect((await lint()).map(({ rule }) => rule)).toContain('schema/unknown-key')
    } finally {
      delete process.env.GIT_INDEX_FILE
    }
  })
})
