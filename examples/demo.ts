/** `npm run demo`: one case from the clue to the signed agreement, by the real program in a copy of examples/repository. */
import { answer, type Officer, sitDown, UnexpectedExitError } from './officer.ts'

const id = 'GC-2026-0003'
const broken = 'cases/GC-2025-9001'
const today = '2026-11-24'

type Step = (officer: Officer) => void

const advance = (officer: Officer, on: string, action: string, ...subject: readonly string[]): void =>
  officer.ejc(on, [
    'advance',
    id,
    action,
    ...subject,
    '--from',
    answer([action, ...subject.map(tail)].join('-')),
  ])

/** `1/o2` → o2, as the answers files are named. */
const tail = (subject: string): string => subject.slice(subject.indexOf('/') + 1)

const clue: Step = (officer) => {
  officer.heading('一、登记线索，初步核查')
  officer.ejc('2026-07-06', ['new', '--id', id, '--from', answer('new')])
  advance(officer, '2026-07-09', 'screen')
  officer.say('还没有启动索赔就作调查结论：程序倒置，ejc 引条文拒绝，不写入。')
  officer.ejc('2026-07-09', ['advance', id, 'conclude', '--from', answer('conclude')], 1)
}

const investigation: Step = (officer) => {
  officer.heading('二、启动索赔，损害调查，鉴定评估')
  advance(officer, '2026-07-10', 'initiate')
  officer.ejc('2026-07-10', ['render', id, '1'])
  advance(officer, '2026-07-15', 'commission-appraisal')
  advance(officer, '2026-08-25', 'receive-appraisal')
  advance(officer, '2026-10-12', 'extend-investigation')
  officer.say('六十日，扣除鉴定评估 41 日，加延长 30 日；每一步都有条文：')
  officer.ejc('2026-10-12', ['due', id, '--explain', '--within', '60'])
  officer.say('案件就是文件：调查经过、事实、依据和附件，经办人也可以直接写入。')
  officer.fileByHand(id, 'investigation', '补记调查经过和证据，移送涉嫌犯罪线索')
  advance(officer, '2026-10-20', 'conclude')
}

const consultation: Step = (officer) => {
  officer.heading('三、磋商：两名义务人分别送达，各自计期')
  advance(officer, '2026-10-21', 'notify')
  officer.ejc('2026-10-21', ['render', id, '4', '1/o1'])
  officer.ejc('2026-10-21', ['render', id, '4', '1/o2'])
  officer.fileByHand(id, 'service', '登记送达回证')
  advance(officer, '2026-10-22', 'serve', '1/o1')
  advance(officer, '2026-10-26', 'serve', '1/o2')
  advance(officer, '2026-10-27', 'reply', '1/o1')
  advance(officer, '2026-10-29', 'reply', '1/o2')
  officer.fileByHand(id, 'meetings', '登记会议纪要')
  officer.ejc('2026-11-04', ['advance', id, 'meet', '--from', answer('meet-1')])
  officer.ejc('2026-11-12', ['advance', id, 'meet', '--from', answer('meet-2')])
  officer.say('达成一致后 15 个工作日内签署：')
  officer.ejc('2026-11-12', ['due', id, '--explain', '--within', '30'])
}

const agreement: Step = (officer) => {
  officer.heading('四、签订赔偿协议')
  advance(officer, '2026-11-20', 'sign')
  officer.ejc('2026-11-20', ['render', id, '5'])
}

const overview: Step = (officer) => {
  officer.heading(`五、${today}：看一案，看全库`)
  officer.ejc(today, ['show', id])
  officer.ejc(today, ['due'])
  officer.ejc(today, ['list'])
}

const checks: Step = (officer) => {
  officer.heading('六、检查')
  officer.say('本案没有错误：')
  officer.ejc(today, ['lint', `cases/${id}`])
  officer.say('GC-2025-9001 是故意写错的案件，这里只看它的协议和诉讼；有错误，退出码应为 1：')
  officer.ejc(today, ['lint', `${broken}/agreements.yaml`, `${broken}/court.yaml`], 1)
}

const history: Step = (officer) => {
  officer.heading('七、留痕：每一步一次提交')
  officer.git('log', '--oneline')
  officer.heading('八、文书')
  officer.git('ls-files', `cases/${id}/documents`)
}

function demo(): void {
  const started = Date.now()
  const officer = sitDown()
  try {
    for (const step of [clue, investigation, consultation, agreement, overview, checks, history])
      step(officer)
  } catch (error) {
    if (!(error instanceof UnexpectedExitError)) throw error
    officer.say(`演示中断：${error.message}`)
    process.exitCode = 1
  }
  officer.say(`案件库和 Word 文书在 ${officer.root}/cases/${id}/documents（不会自动删除）。`)
  officer.say(`用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒。`)
}

demo()
