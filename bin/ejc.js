#!/usr/bin/env node
import module from 'node:module'

// Compiled code is kept between calls where node can do that (22.1 and later).
module.enableCompileCache?.()
const { main } = await import('../dist/main.js')
await main(process.argv.slice(2))
