type Environment = Readonly<Record<string, string | undefined>>

/**
 * Tells the officer what to do where ejc cannot ask questions: the window of Git Bash (mintty) gives Windows programs
 * a pipe instead of a terminal. Undefined elsewhere.
 */
export function minttyHint(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  hasTerminal: boolean = process.stdin.isTTY === true,
): string | undefined {
  const isGitBash = env.MSYSTEM !== undefined || env.TERM_PROGRAM === 'mintty'
  if (platform !== 'win32' || hasTerminal || !isGitBash) return undefined
  return '在 Git Bash 的窗口（mintty）里 ejc 不能提问：请改用“终端”、PowerShell 或者命令提示符，也可以在命令前加 winpty。'
}
