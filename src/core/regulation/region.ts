/** The provinces by the first two digits of their codes (GB/T 2260). */
const PROVINCES: Readonly<Record<string, string>> = {
  '11': '北京市',
  '12': '天津市',
  '13': '河北省',
  '14': '山西省',
  '15': '内蒙古自治区',
  '21': '辽宁省',
  '22': '吉林省',
  '23': '黑龙江省',
  '31': '上海市',
  '32': '江苏省',
  '33': '浙江省',
  '34': '安徽省',
  '35': '福建省',
  '36': '江西省',
  '37': '山东省',
  '41': '河南省',
  '42': '湖北省',
  '43': '湖南省',
  '44': '广东省',
  '45': '广西壮族自治区',
  '46': '海南省',
  '50': '重庆市',
  '51': '四川省',
  '52': '贵州省',
  '53': '云南省',
  '54': '西藏自治区',
  '61': '陕西省',
  '62': '甘肃省',
  '63': '青海省',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
  '71': '台湾省',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
}

/**
 * The province in which a place lies, by the place's code of six digits; undefined where no province has such codes.
 */
export function provinceOf(code: string): string | undefined {
  return PROVINCES[code.slice(0, 2)]
}

/** The code of the province in which a place lies: 530000 for 530102. */
export function provinceCode(code: string): string {
  return `${code.slice(0, 2)}0000`
}

/** Whether the text of a region holds for an office: its region is that of the office, or the office lies in it. */
export function holdsFor(region: string, office: string): boolean {
  return office.startsWith(region.replace(/(?:00){1,2}$/, ''))
}

/** A code with its province, where there is one: 530102（云南省）. */
export function regionName(code: string): string {
  const province = provinceOf(code)
  return province === undefined ? code : `${code}（${province}）`
}
