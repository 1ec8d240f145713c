import { execFileSync } from 'node:child_process'

/** Runs npm itself, by its own script: what lies on the PATH is a script that Windows starts only by a shell. */
export function npm(args: readonly string[], cwd = '.'): string {
  const script = process.env.npm_execpath
  if (script === undefined) throw new Error('started without npm: use npm run')
  // Settings of the npm that runs this script, such as the folder of the project, are not those of this call.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath)/i.test(name)),
  )
  return execFileSync(process.execPath, [script, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
