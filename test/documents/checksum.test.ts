import * as zlib from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from '../../src/documents/zip.ts'

it('counts the checksum of a zip as node does, for versions of node that do not', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === zlib.crc32(bytes)))
})
