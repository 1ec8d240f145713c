import type { Disclosure } from '../../../facts/documents.ts'
import { type Kind, type Leak, leaksOf, maskOf } from '../../../forms/masking.ts'
import { unmarkedNamesOf } from '../../../forms/public/marks.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, inSupervision, part, unchanged } from '../../change.ts'
import { at, type CasePaper, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'
import { samplePaperOf } from '../../sample-papers.ts'

/** The form of the text that is published. */
const TEXT = 'disclosure-text'

export const personalData = defineRule({
  id: 'disclosure/personal-data',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'disclosure',
  title: '公开的内容不含个人信息',
  why: '公开姓名、身份号码、电话和住址侵害个人信息权益，公开应当依法进行；发出去的文本收不回来。',
  mend: '撤换公开的文本并遮盖个人信息；用 ejc render 生成的「信息公开稿」自动遮盖，手工改过的、另存为 PDF 等格式的也照样检查；本机读不了的，由人通读。',
  reads: ['files'],
  *check(scope) {
    const { disclosures } = scope.facts.supervision
    const texts = scope.papers().filter(({ form }) => form === TEXT)
    if (disclosures.length) {
      const leaksIn = leaksOf(scope, 'parties')
      for (const disclosure of disclosures) yield* inRecord(disclosure, leaksIn)
    }
    if (!texts.length) return
    const leaksIn = leaksOf(scope)
    const [mask, unmarkedIn] = [maskOf(scope), unmarkedNamesOf(scope)]
    for (const paper of texts) {
      if (paper.unread !== undefined) yield notRead(paper.path, paper.unread)
      yield* inPaper(scope, paper, leaksIn)
      yield* undecidedIn(paper, (text) => unmarkedIn(mask(text)))
    }
  },
  examples: {
    accept: [
      { title: '只有网址', change: unchanged },
      {
        title: '没有住址的义务人',
        change: inCase(({ obligors }) => {
          delete part(obligors[1]).address
        }),
      },
      {
        title: '网址中的数字不是身份号码',
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).url = 'https://example.gov.cn/440300199001010018'
        }),
      },
      {
        title: '说明中有单位的名称和地址',
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({
            matter: 'funds',
            publishedOn: '2025-10-10',
            note: '某造纸有限公司，91350100M000100Y43，桂林市某县',
          })
        }),
      },
      {
        title: '核对人是本单位的人，不随文本公开',
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).readBy = '覃小明'
        }),
      },
      {
        title: '手工修改的公开稿里只有某某',
        papers: [{ ...samplePaperOf(TEXT, 'agreement/G1'), texts: ['郑某承认排放。'] }],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '说明中有身份号码',
        finds: ['error - supervision.disclosures.3.note'],
        says: ['号码'],
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，11010519491231002X' })
        }),
      },
      {
        title: '说明中有护照号码',
        finds: ['error - supervision.disclosures.3.note'],
        change: all(
          inCase(({ obligors }) => {
            const person = part(obligors[1])
            delete person.idNumber
            person.identity = { kind: 'passport', number: 'E12345678' }
          }),
          inSupervision(({ disclosures }) => {
            disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，E1234 5678' })
          }),
        ),
      },
      {
        title: '说明中有别人的身份号码',
        finds: ['error - supervision.disclosures.3.note'],
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '证人 440300199001010018' })
        }),
      },
      {
        title: '网址中有义务人的身份号码',
        finds: ['error - supervision.disclosures.0.url'],
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).url = 'https://example.gov.cn/11010519491231002X'
        }),
      },
      {
        title: '说明中有个人的住址，写法不同',
        finds: ['error - supervision.disclosures.3.note'],
        says: ['住址'],
        change: all(
          inCase(({ obligors }) => {
            part(obligors[1]).address = '南宁市某路7号'
          }),
          inSupervision(({ disclosures }) => {
            disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，住某路 ７ 号' })
          }),
        ),
      },
      {
        title: '说明中有自然人的全名，字间有空格',
        finds: ['error - supervision.disclosures.0.note'],
        says: ['姓名（郑某）'],
        change: all(
          inCase(({ obligors }) => {
            part(obligors[1]).name = '郑大燊'
          }),
          inSupervision(({ disclosures }) => {
            part(disclosures?.[0]).note = '郑 大　燊的协议'
          }),
        ),
      },
      {
        title: '已经公开的文本，手工改后写出了全名',
        finds: ['error - supervision.disclosures.0'],
        says: ['documents/disclosure-text-agreement_G1.docx', '第 2 段', '姓名（郑某）'],
        papers: [{ ...samplePaperOf(TEXT, 'agreement/G1'), texts: ['信息公开', '郑大燊承认排放。'] }],
        change: inCase(({ obligors }) => {
          part(obligors[1]).name = '郑大燊'
        }),
      },
      {
        title: '换一个程序另存的文本，写出了案卷没有登记的人',
        finds: ['warning documents/公开.docx 待核 case'],
        says: ['李四海', '核定公开用名'],
        papers: [
          {
            ...samplePaperOf(TEXT),
            path: 'documents/公开.docx',
            savedAnew: true,
            texts: ['信息公开', '司机李四海倾倒废酸。'],
          },
        ],
        change: unchanged,
      },
      {
        title: '另存为 PDF 的文本，本机没有程序能读',
        finds: ['warning documents/信息公开稿.pdf 未读 case'],
        says: ['没有检查姓名', '请通读'],
        papers: [
          {
            ...samplePaperOf(TEXT),
            path: 'documents/信息公开稿.pdf',
            savedAnew: true,
            unread: '是扫描件，没有能读的文字。',
          },
        ],
        change: unchanged,
      },
      {
        title: '还没有公开的文本，手工改后写出了电话',
        finds: ['error documents/disclosure-text-public-interest.docx case'],
        papers: [{ ...samplePaperOf(TEXT, 'public-interest'), texts: ['电话 138 1234 5678'] }],
        change: unchanged,
      },
    ],
  },
})

type LeaksIn = ReturnType<typeof leaksOf>

/** What is recorded of a publication; who has read the text is not published. */
function* inRecord(disclosure: Disclosure, leaksIn: LeaksIn): Iterable<FindingDraft> {
  for (const [key, text] of Object.entries(disclosure)) {
    if (typeof text !== 'string' || key === 'readBy') continue
    const leaks = key === 'url' ? leaksIn(text, 'known') : leaksIn(text)
    if (leaks.length) yield at(disclosure, key, leaked('公开的内容', leaks))
  }
}

/** The text as it goes out: as ejc has made it, or as somebody has edited it since. */
function* inPaper({ facts }: CaseScope, paper: CasePaper, leaksIn: LeaksIn): Iterable<FindingDraft> {
  const { path, subject } = paper
  const published = facts.supervision.disclosures.find((each) => isOf(each, subject))
  for (const [index, text] of paper.texts.entries()) {
    const leaks = leaksIn(text)
    if (!leaks.length) continue
    const message = leaked(`${path} 第 ${index + 1} 段`, leaks)
    yield published
      ? at(published, undefined, message)
      : at('case', [], message, { code: path, place: { path, line: index + 1 } })
    return
  }
}

/** What might be a name and is neither on file nor decided, in a text that somebody has edited or written anew. */
function* undecidedIn(
  { path, texts }: CasePaper,
  namesIn: (text: string) => readonly string[],
): Iterable<FindingDraft> {
  const found = texts.map((text) => namesIn(text))
  const line = found.findIndex((names) => names.length > 0) + 1
  const names = [...new Set(found.flat())].join('、')
  const place = { path, line }
  if (line > 0)
    yield at('case', [], undecided(path, line, names), { code: `${path} 待核`, place, severity: 'warning' })
}

/** A text that goes out and that no program here has read must not pass for one without names. */
function notRead(path: string, why: string): FindingDraft {
  const message = `${path} 没有检查姓名：${why}${cite('disclosure')}要求依法公开；请通读后再公开。`
  return at('case', [], message, { code: `${path} 未读`, place: { path, line: 1 }, severity: 'warning' })
}

/** Whether a publication is that of a text: by its matter and what that is about, or by its matter where it names nothing. */
function isOf({ matter, subject: about }: Disclosure, subject: string | null): boolean {
  const [known, id] = (subject ?? '').split('/')
  return matter === known && (about === undefined || about === id)
}

const undecided = (path: string, line: number, names: string): string =>
  `${path} 第 ${line} 段起可能有没有核定的姓名（${names}）。${cite('disclosure')}要求依法公开；是自然人的，遮盖后再公开，不是的用 ejc advance 案件 核定公开用名 写明照登。`

const kinds: Readonly<Record<Kind, string>> = { name: '姓名', place: '住址', number: '号码' }

function leaked(where: string, leaks: readonly Leak[]): string {
  const what = leaks.map(({ kind, by }) => (kind === 'name' ? `${kinds.name}（${by}）` : kinds[kind]))
  return `${where}含有自然人的${[...new Set(what)].join('、')}。${cite('disclosure')}要求依法公开；请撤换文本，遮盖个人信息。`
}
