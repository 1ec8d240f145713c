#!/usr/bin/env node
const { existsSync } = require('node:fs')
const program = require('node:path').join(__dirname, '../dist/main.cjs')

/** What node answers for a module that waits for something that never comes. */
const UNSETTLED = 13

if (existsSync(program)) {
  let isOver = false
  process.on('exit', (code) => {
    if (!isOver && code === 0) process.exitCode = UNSETTLED
  })
  require(program)
    .main(process.argv.slice(2))
    .then(() => {
      isOver = true
    })
} else {
  process.stderr.write('ejc 还没有构建：请先在 ejc 的文件夹里运行 npm ci && npm run build\n')
  process.exitCode = 2
}
