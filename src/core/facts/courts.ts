/** Courts that are none of the first level, by their names. */
const HIGHER = /中级|高级|最高|海事|知识产权|金融/
/** A court of a county, a district or a city without districts, or of the railway. */
const BASIC = /(?:县|区|市|旗|铁路运输)(?:人民)?法院/

/** Whether a court is by its name one of the first level (基层); false for a name that does not tell. */
export function isBasicCourt(name: string): boolean {
  return BASIC.test(name) && !HIGHER.test(name)
}
