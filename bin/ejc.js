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
  const isSource = existsSync(require('node:path').join(__dirname, '../src'))
  process.stderr.write(
    isSource
      ? 'ejc 还没有构建：请先在 ejc 的文件夹里依次运行 npm ci、npm run build\n'
      : 'ejc 的程序文件缺失或者损坏，请重新安装 ejc。案件库没有改动。（没有 dist/main.cjs）\n',
  )
  process.exitCode = 2
}
