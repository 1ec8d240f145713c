#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const program = new URL('../dist/main.js', import.meta.url)
if (existsSync(program)) {
  // Compiled code is kept between calls where node can do that (22.1 and later).
  module.enableCompileCache?.()
  const { main } = await import(program.href)
  await main(process.argv.slice(2))
} else {
  process.stderr.write('ejc 还没有构建：请先在 ejc 的文件夹里运行 npm ci && npm run build\n')
  process.exitCode = 2
}
