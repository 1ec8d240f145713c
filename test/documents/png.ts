import { crc32, deflateSync } from 'node:zlib'

/** A picture in 8-bit grey, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const shades = 16

/** Reads a PGM, as `pdftoppm -gray` writes it: P5, width, height and 255, each before one white space. */
export const readPgm = (bytes: Uint8Array): Picture => {
  const [header, width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes).toString('latin1')) ?? []
  if (header === undefined) throw new Error('no PGM')
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(header.length) }
}

/** Pages of one height side by side, a grey line between them. */
export const sideBySide = (pictures: readonly Picture[]): Picture => {
  const height = Math.min(...pictures.map((picture) => picture.height))
  const line = { width: 1, height, pixels: new Uint8Array(height).fill(0x99) }
  const columns = pictures.flatMap((picture) => [line, picture]).concat(line)
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map(({ width, pixels }) => pixels.subarray(row * width, (row + 1) * width)),
  )
  return {
    width: columns.reduce((sum, { width }) => sum + width, 0),
    height,
    pixels: Buffer.concat(rows.flat()),
  }
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** A PNG in sixteen greys, which is small, with one remark. */
export const writePng = ({ width, height, pixels }: Picture, remark: string): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 4
  const stride = Math.ceil(width / 2)
  const data = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = Math.floor(((pixels[y * width + x] ?? 0) * shades) / 256)
      const at = y * (stride + 1) + 1 + Math.floor(x / 2)
      data[at] = (data[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade)
    }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(remarkKey + remark, 'latin1')),
    chunk('IDAT', deflateSync(data, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

const remarkAt = signature.length + chunk('IHDR', new Uint8Array(13)).length
const remarkKey = 'Comment\0'

/** The remark of a PNG that `writePng` wrote. */
export const remarkOf = (png: Uint8Array): string => {
  const bytes = Buffer.from(png)
  const start = remarkAt + 8 + remarkKey.length
  return bytes.toString('latin1', start, remarkAt + 8 + bytes.readUInt32BE(remarkAt))
}
