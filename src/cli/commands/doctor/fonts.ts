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
  /** Replaced by a font of the same kind: 仿宋 for 仿宋_GB2312. */
  readonly replaced: readonly (readonly [face: string, by: string])[]
  /** Replaced by whatever the system has for Chinese: the letters look otherwise. */
  readonly unlike: readonly (readonly [face: string, by: string])[]
  readonly missing: readonly string[]
}

/** What the system says about its fonts. */
interface InstalledFonts {
  /** Whether a family (or a file of it) is installed. */
  readonly has: (family: string) => boolean
  /** The family with Chinese letters that the system takes where one is not installed; undefined where it can't tell. */
  readonly inPlaceOf: (family: string) => string | undefined
}

/** Looks for the fonts of the forms among the installed ones. */
export function facesAmong({ has, inPlaceOf }: InstalledFonts): Faces {
  const faces = Object.entries(faceSubstitutes).map(([face, others]) => {
    const found = [face, ...others.split(',')].find(has)
    return { face, found, unlike: found === undefined ? inPlaceOf(face) : undefined }
  })
  return {
    there: faces.flatMap(({ face, found }) => (found === face ? face : [])),
    replaced: faces.flatMap(({ face, found }) =>
      found === undefined || found === face ? [] : [[face, found] as const],
    ),
    unlike: faces.flatMap(({ face, unlike }) => (unlike === undefined ? [] : [[face, unlike] as const])),
    missing: faces.flatMap(({ face, found, unlike }) => ((found ?? unlike) ? [] : face)),
  }
}

/** Whether the faces that the forms are laid out with are on this machine. */
export function fontCheck(): Check {
  return checkOfFaces(facesAmong(installed()))
}

/** What is said of the fonts, and what to do where the pages will look otherwise. */
export function checkOfFaces({ there, replaced, unlike, missing }: Faces): Check {
  const check = checking('fonts', '文书字体')
  const stand = replaced.map(([face, by]) => `${face}（以${by}代替）`)
  if (!missing.length && !unlike.length) return check.ok([...there, ...stand].join('、'))
  const others = [...new Set(unlike.map(([, by]) => by))].map((by) => {
    const faces = unlike.flatMap(([face, other]) => (other === by ? face : []))
    return `没有 ${faces.join('、')}，本机以 ${by} 代替`
  })
  const none = missing.length ? [`没有 ${missing.join('、')}，也没有可以代替的字体`] : []
  return check.attention(
    `${[...others, ...none].join('；')}：文书内容不受影响，在本机打开时字形、版面和分页会有出入`,
    '安装这些字体（政务办公软件一般自带），或者在装有字体的电脑上打印。',
  )
}

/** The installed fonts: by fontconfig where it is there, else by the files in the folders of the system. */
function installed(): InstalledFonts {
  const listed = askFontconfig('fc-list', ['--format', '%{family}\n'])
  if (listed !== undefined) {
    const families = new Set(listed.split(/[\n,]/).map((family) => family.trim().toLowerCase()))
    return { has: (family) => families.has(family.toLowerCase()), inPlaceOf: matchedInChinese }
  }
  const files = fontFolders().flatMap(fileNamesIn)
  return {
    has: (family) => files.some((file) => FONT_FILES[family]?.test(file) ?? false),
    inPlaceOf: () => undefined,
  }
}

/** The family that fontconfig gives to programs that ask for another in Chinese; only one that has the letters. */
function matchedInChinese(family: string): string | undefined {
  const format = ['--format', '%{family[0]}\n%{lang}']
  const [matched, languages] =
    askFontconfig('fc-match', [...format, `${family}:lang=zh-cn`])?.split('\n') ?? []
  return languages?.split('|').includes('zh-cn') ? matched : undefined
}

/** The answer of a program of fontconfig; undefined where it is not there. */
function askFontconfig(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', windowsHide: true })
  return status === 0 ? stdout : undefined
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
