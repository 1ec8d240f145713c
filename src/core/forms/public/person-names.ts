/** Surnames of two characters: all others have one. */
export const compoundSurnames =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门'.split(
    ' ',
  )

/** Marks for several 赔偿义务人 of one surname: 韦某甲、韦某乙. */
const marks = [...'甲乙丙丁戊己庚辛壬癸']

/** What a foreign name or that of a minority has between its parts. */
export const DOTS = '·•・‧∙．.⋅･●'

/** The form of a person's name: the keys of persons hold the names of bodies as well. */
const personName = new RegExp(
  `^(?:\\p{Script=Han}[\\s\\u3000]*){2,4}$|^\\p{Script=Han}+(?:\\s*[${DOTS}]\\s*\\p{Script=Han}+)+$`,
  'u',
)
const bodyName =
  /(?:局|院|厅|队|司|中心|会|政府|部|站|所|办|村|厂|矿|店|场|行|社|校|大学|公安|机关|科|处|室|权利人|业主)$/u

/** Surname and 某, as a publication names a natural person: 韦大明 → 韦某. */
export function maskedName(name: string): string {
  const compound = compoundSurnames.find((surname) => name.startsWith(surname) && name !== surname)
  return `${compound ?? [...name].at(0) ?? ''}某`
}

/** The masked name of each person; several of one surname get a mark each. */
export function distinctlyMasked(names: readonly string[]): [string, string][] {
  const distinct = [...new Set(names)]
  return distinct.map((name) => {
    const alike = distinct.filter((other) => maskedName(other) === maskedName(name))
    const mark = alike.length > 1 ? (marks[alike.indexOf(name)] ?? '') : ''
    return [name, `${maskedName(name)}${mark}`]
  })
}

/** The names in a text that may list several: [甲某，乙某]. */
export function namesInText(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .split(/[,、;/[\]【】〔〕「」()|\n]+|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u)
    .map((part) => part.trim())
  return [text, ...parts].filter((part) => personName.test(part) && !bodyName.test(part))
}
