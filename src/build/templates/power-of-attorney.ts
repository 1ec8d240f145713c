import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, opening, paper, seal } from './letter.ts'

/**
 * 授权委托书: how far an agent may go is no fact of the case; it is ticked when the paper is sealed. What needs an
 * authority of its own is named, as the law of procedure asks.
 */
export const powerOfAttorney = (): Document =>
  paper('授权委托书', '授权委托书', [
    opening('{{委托人}}'),
    opening('{{受委托人}}'),
    bodyParagraph(
      '就委托人与{{对方}}{{案由}}生态环境损害赔偿一案，委托上列受委托人作为委托人的代理人，向{{人民法院}}办理{{委托事项}}的有关事宜。',
    ),
    headingParagraph('委托权限（在选定的□内打√）：'),
    bodyParagraph('□ 一般代理：提交和签收文书，提供证据，参加庭审、调查、听证和执行，陈述、辩论。'),
    lastBody('□ 特别授权{{特别授权依据}}：{{特别授权事项}}。'),
    lastBody('委托期限自签署之日起至本事项办理完毕之日止。'),
    ...seal(['委托人（盖章）', '法定代表人（负责人）（签字）', '{{委托日期}}'], { wide: true }),
  ])
