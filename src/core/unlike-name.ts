/** Marks that end or part sentences: no name holds one. */
const OF_SENTENCES = /[。！？!?：:“”"]/u
const DIGIT = /[0-9０-９]/u
/** Marks that divide a name, or divide it from an office or a post. */
const PARTED = /[\s·•・（）()]/u
/** 欧阳某某, 阿某: longer names of persons have their parts marked, or Latin letters. */
const LONGEST_PERSON = 6
/** 南宁市青秀区某某街道办事处某某社区居民委员会. */
const LONGEST_NAME = 30
const HAN = /\p{Script=Han}/u

/**
 * Whether a word of a list is more likely a part of a sentence than the name of a person. A wrong “yes” costs one
 * question; the officer may say that it is a name.
 */
export function isUnlikePerson(word: string): boolean {
  const text = word.trim()
  if (OF_SENTENCES.test(text) || DIGIT.test(text) || text.length > LONGEST_NAME) return true
  return HAN.test(text) && !PARTED.test(text) && text.length > LONGEST_PERSON
}

/** The same of a word that may also name a unit or a paper. */
export function isUnlikeName(word: string): boolean {
  return /[。！？]/u.test(word) || word.trim().length > LONGEST_NAME
}
