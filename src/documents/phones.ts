/** A telephone number with its area code, as 0771-5555555, or a service number, as 400-000-0000. */
const phone = /(?<!\d)(?:0\d{2,3}-\d{7,8}(?:-\d{1,5})?|[48]00-\d{3,4}-\d{3,4})(?!\d)/g

const hyphen = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

/**
 * The XML of a part with telephone numbers that no line breaks in two: Word and WPS break after a plain hyphen.
 * @param xml a part as it is printed
 */
export const withWholePhones = (xml: string): string =>
  xml.replaceAll(/<w:t(?: [^>]*)?>[^<]*-[^<]*<\/w:t>/g, (text) =>
    text
      .replace(/^<w:t>/, '<w:t xml:space="preserve">')
      .replaceAll(phone, (number) => number.replaceAll('-', hyphen)),
  )
