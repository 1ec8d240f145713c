import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { faceSubstitutes } from '../../../documents/faces.ts'
import { type Check, checking } from './check.ts'

/** The font files of Windows, macOS and Office, for systems that do not say which families are installed. */
const FONT_FILES: Readonly<Record<string, RegExp>> = {
  仿宋_GB2312: /仿宋.*gb2312|fs_?gb2312|simfs/i,
  仿宋: /^simfang|^仿宋\./i,
  华文仿宋: /stfangso/i,
  方正小标宋简体: /小标宋|fzxbs/i,
  宋体: /^simsun|^songti|^宋体\./i,
  楷体_GB2312: /楷体.*gb2312|kt_?gb2312/i,
  楷体: /^simkai|^kaiti|^楷体\./i,
  华文楷体: /stkaiti/i,
  黑体: /^simhei|^黑体\./i,
  华文黑体: /stheiti/i,
}

/** The fonts of a form: those that are installed, those that another font replaces, and those without a replacement. */
export interface Faces {
  readonly there: readonly string[]
  readonly replaced: readonly (readonly [face: string, by: string])[]
  readonly missing: readonly string[]
}

/** Looks for the fonts of the forms among the installed families (or files). */
export function facesAmong(has: (family: string) => boolean): Faces {
  const faces = Object.entries(faceSubstitutes).map(([face, others]) => {
    return [face, [face, ...others.split(',')].find(has)] as const
  })
  return {
    there: faces.flatMap(([face, found]) => (found === face ? face : [])),
    replaced: faces.flatMap(([face, found]) =>
      found === undefined || found === face ? [] : [[face, found] as const],
    ),
    missing: faces.flatMap(([face, found]) => (found === undefined ? face : [])),
  }
}

/** Whether the faces that the forms are laid out with are on this machine. */
export function fontCheck(): Check {
  const check = checking('fonts', '文书字体')
  const { there, replaced, missing } = facesAmong(installed())
  const stand = replaced.map(([face, by]) => `${face}（以${by}代替）`)
  if (!missing.length && !stand.length) return check.ok(there.join('、'))
  if (!missing.length) return check.ok([...there, ...stand].join('、'))
  return check.attention(
    `没有 ${missing.join('、')}，也没有可以代替的字体：文书内容不受影响，在本机打开时版面和分页会有出入`,
    '安装这些字体（政务办公软件一般自带），或者在装有字体的电脑上打印。',
  )
}

/** Whether a family is installed: by fontconfig where it is there, else by the files in the folders of the system. */
function installed(): (family: string) => boolean {
  const listed = spawnSync('fc-list', ['--format', '%{family}\n'], { encoding: 'utf8', windowsHide: true })
  if (listed.status === 0) {
    const families = new Set(listed.stdout.split(/[\n,]/).map((family) => family.trim().toLowerCase()))
    return (family) => families.has(family.toLowerCase())
  }
  const files = fontFolders().flatMap(fileNamesIn)
  return (family) => files.some((file) => FONT_FILES[family]?.test(file) ?? false)
}

function fontFolders(): string[] {
  if (process.platform === 'win32') {
    const { WINDIR = 'C:\\Windows', LOCALAPPDATA } = process.env
    const own = LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft\\Windows\\Fonts')]
    return [join(WINDIR, 'Fonts'), ...own]
  }
  return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')]
}

function fileNamesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
    )
  } catch {
    return []
  }
}
