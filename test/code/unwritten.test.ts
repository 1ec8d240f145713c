import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UNWRITTEN } from '../../src/build/new/skeleton.ts'

/** The sources that write the mark, and what is generated from those that hold it. */
const isMadeHere = (file: string): boolean => /^src\/(?:build\/new|generated)\//.test(file)

test('whatever `npm run new` left open has been written', () => {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.(?:ts|yaml)$/.test(file) && !isMadeHere(file)),
  )
  const open = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.includes(UNWRITTEN) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(open).toEqual([])
})
