import { bytesNamed } from './bytes.ts'

const ZIP = 'PK'

/**
 * The text of a file whose name is given instead of the text: UTF-8, GB18030 as older editors save it, or UTF-16 with
 * its mark; or what is wrong with the file. Quotation marks around the name, as terminals add them when a file is
 * dragged in, are left out.
 */
export function readText(name: string): string | { readonly wrong: string } {
  const file = name.trim().replace(/^(['"])(.*)\1$/, '$2')
  const bytes = bytesNamed(file)
  if ('wrong' in bytes) return { wrong: `读不到文件 ${file}：${bytes.wrong}` }
  const text = decoded(bytes)
  if (text === undefined || text.startsWith(ZIP)) {
    return { wrong: `${file} 不是文本文件；Word 文件请另存为“纯文本（.txt）”` }
  }
  return text.replace(/\r\n?/g, '\n').trimEnd()
}

function decoded(bytes: Uint8Array): string | undefined {
  // Windows PowerShell writes UTF-16 by itself, with a mark that neither of the others can begin with.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}
