import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { folderForTests } from './support/memory.ts'
import { startServers } from './support/program/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of all that the tests write, also of what they share: the servers of the program, template repositories. */
    readonly folder: string
  }
}

/** Makes what is built, not committed, if it is stale, and starts the servers that run the built program. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/build/generate.ts'], { stdio: 'inherit' })
  const folder = folderForTests()
  process.env.TMPDIR = folder
  const workers = Number(project.config.maxWorkers)
  project.provide('folder', folder)
  let stop = await startServers(folder, workers)
  // While tests are watched, the program may be built anew.
  project.onTestsRerun(async () => {
    await stop()
    stop = await startServers(folder, workers)
  })
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
