/** Stands for `chardet` in the bundle: the encoding of a file, UTF-8 wherever it can be, UTF-16 by its mark. */
export function detect(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** Stands for that of `iconv-lite`. */
export const encodingExists = (): boolean => true

/** Stands for that of `iconv-lite`; the mark at the beginning goes. */
export const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)
