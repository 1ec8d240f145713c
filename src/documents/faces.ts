/** The fonts of GB/T 9704-2012 that the forms use, each with the fonts that Word and WPS may use instead. */
export const faceSubstitutes: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,华文仿宋,STFangsong',
  方正小标宋简体: '方正小标宋_GBK,宋体,SimSun',
  楷体_GB2312: '楷体,KaiTi,华文楷体,STKaiti',
  黑体: 'SimHei,华文黑体,STHeiti',
  宋体: 'SimSun,华文宋体,STSong',
}
