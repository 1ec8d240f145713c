/**
 * The faces of GB/T 9704-2012 as PDFs name them, with those that Word and WPS may take instead (`faces.ts`), and Times
 * New Roman with what has its widths.
 */
const expected =
  /^(?:FangSong|STFangsong|仿宋|华文仿宋|FZXBS|FZXiaoBiaoSong|方正小标宋|SimSun|NSimSun|STSong|宋体|华文宋体|KaiTi|STKaiti|楷体|华文楷体|SimHei|STHeiti|黑体|华文黑体|TimesNewRoman|LiberationSerif)/iu

/**
 * The faces in PDFs that are none of those of the standard: they stand in for faces that this computer does not have,
 * and lines may end elsewhere than where they do on one that has them.
 */
export function substitutesIn(pdfs: readonly Uint8Array[]): string[] {
  const names = pdfs.flatMap((pdf) => {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
    return [...text.matchAll(/\/BaseFont\s*\/([^\s/<>[\]()]+)/gu)].map(([, name = '']) => faceName(name))
  })
  return [...new Set(names)].filter((name) => !expected.test(name)).sort()
}

/** `BAAAAA+NotoSerifCJKjp-Regular-VKana` → NotoSerifCJKjp; bytes beyond ASCII are written as #E5#AE#8B. */
function faceName(written: string): string {
  const bytes = written.replaceAll(/#([0-9A-F]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const name = Buffer.from(bytes, 'latin1').toString('utf8')
  return name.replace(/^[A-Z]{6}\+/u, '').replace(/-.*$/u, '')
}
