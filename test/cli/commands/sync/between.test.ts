import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf } from '../../../support/cli.ts'
import { type Clone, change, filesOf, openSharedOffice, textIn } from '../../../support/clones.ts'

const id = 'NN-2026-0001'

describe('what keeps a sync from beginning is told, with what to do', { timeout: 60_000 }, () => {
  const office = openSharedOffice('example-case')
  const clone = office.clone('覃某')

  it('changes by hand that are not committed: each is named; --commit takes them along', () => {
    writeFileSync(join(clone.root, 'cases', id, 'attachments.txt'), '手工放入')
    const refused = clone.ejc('sync', 2)
    expect(refused.stderr).toMatch(/cases\/NN-2026-0001\/attachments\.txt[\s\S]*ejc sync --commit/)
    const sent = clone.ejc('sync --commit').stdout
    expect(sent).toMatch(new RegExp(`已发出 1 项[\\s\\S]*${id} .*直接修改：手工修改`))
  })

  it('a commit that a hook refuses leaves nothing staged', () => {
    const hook = join(clone.root, '.git/hooks/pre-commit')
    writeFileSync(hook, '#!/bin/sh\necho 拒绝 >&2\nexit 1\n', { mode: 0o755 })
    writeFileSync(join(clone.root, 'cases', id, 'refused.txt'), '手工放入')
    clone.ejc('sync --commit', 2)
    expect(clone.git('status', '--porcelain')).toBe(`?? cases/${id}/refused.txt\n`)
    rmSync(hook)
    rmSync(join(clone.root, 'cases', id, 'refused.txt'))
  })

  it('--dry-run with what would write: nothing is committed, named or configured', () => {
    const alone = createRepository()
    for (const write of [['--commit'], ['--remote', office.url]])
      expect(alone.ejc(['sync', '--dry-run', ...write]).stderr).toContain('--dry-run 不作任何改动')
    expect(alone.git('remote')).toBe('')
  })

  it('no shared repository: its address is asked for, and given once', () => {
    const alone = createRepository()
    const refused = alone.ejc(['sync'])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('ejc sync --remote')
    alone.git('commit', '--quiet', '--amend', '-m', '另一处')
    const unrelated = alone.ejc(['sync', '--remote', office.url])
    expect(unrelated.stderr).toContain('没有共同的来历')
  })

  it('a shared repository that is gone: told in Chinese with what to do, in the words of git with --verbose', () => {
    const lost = office.clone('韦某')
    lost.git('remote', 'set-url', 'origin', `${office.url}-gone`)
    const { stderr } = lost.ejc('sync', 2)
    expect(stderr).toMatch(
      /无法取得共享库的内容（没有收取，本机的记录不受影响）：这个地址没有共享库[^\n]*ejc sync --remote 新地址/,
    )
    expect(stderr).not.toMatch(/fatal|repository/)
    expect(lost.ejc('sync --verbose', 2).stderr).toMatch(
      /git 的原话：\n.*does not appear to be a git repository/,
    )
    const refused = lost.ejc(`sync --remote ${office.url}`, 2).stderr
    expect(refused).toContain(`共享库已是 ${office.url}-gone，没有改用 ${office.url}：确要改用的，加上 --yes`)
    const changed = lost.ejc(`sync --remote ${office.url} --yes`)
    expect(changed.stderr).toMatch(/现在的共享库：\S+-gone\n改用的共享库：\S+git\n.*保留为 former/)
    expect(lost.git('remote', 'get-url', 'former').trim()).toBe(`${office.url}-gone`)
    expect(lost.ejc('sync').stdout).toContain('与共享库（origin）一致')
  })

  it('a detached HEAD, a merge begun by hand', () => {
    const lost = office.clone('黄某')
    lost.git('checkout', '--quiet', '--detach')
    expect(lost.ejc('sync', 2).stderr).toContain('git switch')
    lost.git('checkout', '--quiet', 'main')
    writeFileSync(join(lost.root, '.git/MERGE_HEAD'), lost.git('rev-parse', 'HEAD'))
    expect(lost.ejc('sync', 2).stderr).toContain('git merge --abort')
    rmSync(join(lost.root, '.git/MERGE_HEAD'))
  })

  it('--take that is no choice', () => {
    expect(clone.ejc('sync --take title=mine', 2).stderr).toContain('位置=local')
  })
})

describe('what happens in between', { timeout: 60_000 }, () => {
  const office = openSharedOffice('example-case')
  const qin = office.clone('覃某')
  const wei = office.clone('韦某')
  const note = (clone: Clone, text: string): void =>
    change(clone, `cases/${id}/case.yaml`, (old) => `${old}# ${text}\n`)

  it('--dry-run and --no-push: nothing leaves, and with the first nothing comes in either', () => {
    note(qin, '其一')
    qin.git('push', '--quiet')
    note(wei, '其二')
    const before = wei.git('rev-parse', 'HEAD')
    expect(wei.ejc('sync --dry-run').stdout).toMatch(/将收到 1 项[\s\S]*将发出 1 项/)
    expect(wei.git('rev-parse', 'HEAD')).toBe(before)
    expect(wei.git('config', '--local', '--list')).not.toContain('merge.ejc')
    expect(wei.ejc('sync --no-push').stdout).toMatch(/已收到 1 项[\s\S]*待发出 1 项/)
    expect(dataOf(qin.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'none', received: [] })
    wei.git('push', '--quiet')
    qin.git('pull', '--quiet')
  })

  it('somebody pushes between our merge and our push: theirs is merged too, and nothing is forced', () => {
    note(qin, '抢先')
    note(wei, '随后')
    const hook = join(wei.root, '.git/hooks/pre-push')
    const once = `unset GIT_DIR; [ -e ${hook}.done ] || { touch ${hook}.done; git -C '${qin.root}' push --quiet; }`
    writeFileSync(hook, `#!/bin/sh\n${once}\n`, { mode: 0o755 })
    expect(dataOf(wei.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'merged', pushed: true })
    rmSync(hook)
    qin.git('pull', '--quiet')
    expect(filesOf(wei.root)).toEqual(filesOf(qin.root))
    expect(textIn(qin, `cases/${id}/case.yaml`)).toMatch(/# 抢先[\s\S]*# 随后|# 随后[\s\S]*# 抢先/)
  })

  it('the shared repository refuses: why is told, and what was done here stays', () => {
    const hook = join(office.bare, 'hooks/pre-receive')
    writeFileSync(hook, '#!/bin/sh\necho 案件有错误，拒收 >&2\nexit 1\n', { mode: 0o755 })
    note(wei, '被拒')
    const head = wei.git('rev-parse', 'HEAD')
    expect(wei.ejc('sync', 2).stderr).toMatch(/没有接收，本机内容完好[\s\S]*案件有错误，拒收/)
    expect(wei.git('rev-parse', 'HEAD')).toBe(head)
    rmSync(hook)
    wei.git('push', '--quiet')
  })

  it('an error that only the two together make is told, exit 1, and the facts of both stay', () => {
    qin.git('pull', '--quiet')
    change(qin, `cases/${id}/evidence.yaml`, (text) => text.replace(/^.*id: E2,.*\n/m, ''))
    qin.git('push', '--quiet')
    note(wei, '照旧')
    const call = wei.ejc('sync', 1)
    expect(call.stdout).toMatch(/合并后新出现的错误[\s\S]*case\/dangling-reference/)
    expect(call.stderr).toContain('双方的事实都已保留')
    qin.git('pull', '--quiet')
    expect(filesOf(wei.root)).toEqual(filesOf(qin.root))
  })
})

describe('a case renumbered on one side and changed on the other', { timeout: 60_000 }, () => {
  const office = openSharedOffice('example-case')
  const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
  const fresh = 'NN-2026-0009'
  const agree = (): void => expect(filesOf(wei.root)).toEqual(filesOf(qin.root))

  it('renumbered here: what the other changed lands under the new number, attachments with it', () => {
    change(qin, `cases/${id}/case.yaml`, (text) => `${text}# 其一\n`)
    change(qin, `cases/${id}/attachments.txt`, () => '对方放入')
    qin.git('push', '--quiet')
    wei.ejc(`renumber ${id} ${fresh} --yes`)
    expect(wei.ejc('sync --dry-run').stdout).toContain(`案件 ${id} 一方改号为 ${fresh}`)
    expect(dataOf(wei.ejc('sync --json'), 'sync')).toMatchObject({
      merge: 'merged',
      pushed: true,
      conflicts: [],
      followed: [{ from: id, to: fresh }],
    })
    qin.ejc('sync')
    agree()
    expect(textIn(qin, `cases/${fresh}/case.yaml`)).toMatch(/id: NN-2026-0009[\s\S]*# 其一/)
    expect(textIn(qin, `cases/${fresh}/attachments.txt`)).toBe('对方放入')
    expect([...filesOf(qin.root).keys()].filter((name) => name.includes(id))).toEqual([])
  })

  it('renumbered there: ours follows, and a fact that both wrote is asked about as ever', () => {
    const again = 'NN-2026-0012'
    qin.ejc(`renumber ${fresh} ${again} --yes`)
    change(qin, `cases/${again}/case.yaml`, (text) => text.replace(/^title: .*$/m, 'title: 甲案'))
    qin.git('push', '--quiet')
    change(wei, `cases/${fresh}/case.yaml`, (text) =>
      text.replace(/^title: .*$/m, 'title: 乙案').concat('# 其二\n'),
    )
    const address = `cases/${again}/case.yaml#title`
    expect(dataOf(wei.ejc('sync --dry-run --json', 1), 'sync')).toMatchObject({
      conflicts: [{ address, local: '乙案', remote: '甲案' }],
    })
    expect(textIn(wei, `cases/${fresh}/case.yaml`)).toContain('# 其二')
    expect(wei.ejc(`sync --take ${address}=remote`).stdout).toContain(`案件 ${fresh} 一方改号为 ${again}`)
    qin.ejc('sync')
    agree()
    expect(textIn(qin, `cases/${again}/case.yaml`)).toMatch(/title: 甲案[\s\S]*# 其二/)
  })

  it('deleted there and changed here, it is asked about whole', () => {
    const last = 'NN-2026-0012'
    qin.git('rm', '-r', '--quiet', `cases/${last}`)
    qin.git('commit', '--quiet', '-m', '手工删除')
    qin.git('push', '--quiet')
    change(wei, `cases/${last}/case.yaml`, (text) => `${text}# 其三\n`)
    expect(wei.ejc('sync', 1).stdout).toContain(`案件 ${last} 一方已删除或改号`)
    expect(dataOf(wei.ejc('sync --json', 1), 'sync')).toMatchObject({
      conflicts: [{ address: `cases/${last}`, case: last }],
    })
  })
})

describe('git alone merges as ejc does, by the driver that ejc set up', { timeout: 60_000 }, () => {
  it('a plain git pull takes the facts of both, and marks the lines of one in conflict only', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    wei.ejc('sync')
    const file = `cases/${id}/case.yaml`
    change(qin, file, (text) =>
      text.replace(/^title: .*$/m, 'title: 甲案').replace('officers:', 'officers: # 覃某'),
    )
    change(wei, file, (text) => text.replace(/^title: .*$/m, 'title: 乙案'))
    qin.git('push', '--quiet')
    expect(() => wei.git('pull', '--quiet', '--no-rebase')).toThrow()
    const marked = textIn(wei, file)
    expect(marked).toMatch(/<<<<<<< ours\ntitle: 乙案.*\n=======\ntitle: 甲案.*\n>>>>>>> theirs/)
    expect(marked.match(/<<<<<<</g)).toHaveLength(1)
  })
})
