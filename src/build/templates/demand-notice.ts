import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 履行义务催告书: what was agreed or ordered, what was done, what is demanded by when, and what follows else. */
export const demandNotice = (): Document =>
  letter(
    '履行义务催告书',
    '履行义务催告书',
    [
      bodyParagraph(
        '{{案件名称}}生态环境损害赔偿一案，根据{{义务依据}}，{{受催告人}}应当履行的义务有已到期而未履行的，现予催告。',
      ),
      headingParagraph('一、履行情况'),
      bodyParagraph('{{履行情况}}'),
      headingParagraph('二、应当履行的义务'),
      bodyParagraph('{{催告内容}}'),
      headingParagraph('三、履行期限和逾期的后果'),
      bodyParagraph('请{{受催告人}}{{履行期限}}履行上述义务，并将履行凭证送交我单位。'),
      lastBody(
        '对上述义务有异议，或者已经履行的，请及时书面说明并提交证据。逾期不履行的，我单位将依法向人民法院{{逾期后果}}。',
      ),
    ],
    '特此催告。',
  )
