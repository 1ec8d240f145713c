import { execFileSync } from 'node:child_process'

/** Types, validators and law data are built, not committed: make them before the first test, if they are stale. */
export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/build/generate.ts'], { stdio: 'inherit' })
}
