import type { Document } from 'docx'
import { form, numberedSection, styledParagraph } from './layout.ts'
import { seal } from './letter.ts'
import { style } from './styles.ts'

/** 生态环境损害赔偿磋商告知书, form 4 of the annex, one for each 赔偿义务人; 答复期限 by `reply-period`. */
export const consultationNotice = (): Document =>
  form('生态环境损害赔偿磋商告知书', [
    numberedSection([
      styledParagraph(style.title, '生态环境损害赔偿磋商告知书'),
      styledParagraph(style.opening, '告知人（赔偿权利人或其指定的部门、机构）：{{告知人}}'),
      styledParagraph(style.opening, '被告知人（赔偿义务人）：{{被告知人}}'),
      styledParagraph(style.opening, '{{#单位}}'),
      styledParagraph(style.opening, '法定代表人/企业负责人：{{法定代表人/企业负责人}}'),
      styledParagraph(style.opening, '{{/单位}}'),
      styledParagraph(style.opening, '统一社会信用代码（义务人是个人的，填身份证号）：{{统一社会信用代码}}'),
      styledParagraph(style.opening, '地址：{{地址}}'),
      styledParagraph(style.heading, '一、生态环境损害赔偿事由'),
      styledParagraph(style.body, '{{生态环境损害赔偿事由}}'),
      styledParagraph(
        style.heading,
        '二、生态环境损害调查情况{{提示：（含调查结论、鉴定评估意见、专家评估意见。对于生态环境损害可以修复的，应明确可以修复的区域范围和要求）}}',
      ),
      styledParagraph(style.body, '{{生态环境损害调查情况}}'),
      styledParagraph(style.heading, '三、磋商小组人员组成：'),
      styledParagraph(style.body, '（一）赔偿权利人或其指定的部门或机构：{{磋商小组人员}}'),
      styledParagraph(style.body, '（二）受邀参与磋商的单位或部门：{{受邀单位或部门}}'),
      styledParagraph(style.heading, '四、磋商会议时间和地点：'),
      styledParagraph(style.body, '{{磋商会议时间和地点}}'),
      styledParagraph(style.heading, '五、其他事项：'),
      styledParagraph(style.body, '{{答复期限}}', { keepNext: true }),
      styledParagraph(style.body, '{{其他事项}}', { keepNext: true }),
      ...seal(['{{告知日期}}', '（赔偿权利人或其指定的部门、机构印章）'], { wide: true }),
    ]),
  ])
