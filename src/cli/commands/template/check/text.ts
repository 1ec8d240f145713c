import { phaseName } from '../../../../core/facts/phases.ts'
import type { CheckedTemplate } from '../../../../documents/own-template.ts'
import { clean } from '../../../shared/output/output.ts'
import { wrapIndented } from '../../../shared/output/text.ts'

/** A template for programs. */
export function checkedTemplateJson({ file, kind, title, form, problems, remarks, filing }: CheckedTemplate) {
  return { form, title, kind, file, problems, remarks, archive: archiveJson(filing) }
}

/** A template with what is wrong in it, and what a person should look at. */
export function checkedText(checked: CheckedTemplate, width: number): string {
  const { file, problems, remarks, filing } = checked
  const lines = (each: readonly string[]) =>
    each.map((line) => wrapIndented(clean(line), width, '    ', '  '))
  return [
    wrapIndented(clean(`${file}（${kindText(checked)}）：${templateStatusText(checked)}`), width, '  ', ''),
    ...(problems.length ? ['要改正：', ...lines(problems)] : []),
    ...(remarks.length ? ['请核对：', ...lines(remarks)] : []),
    ...(filing ? [wrapIndented(clean(filingText(filing)), width, '  ', '')] : []),
  ].join('\n')
}

type ArchivePlace = NonNullable<CheckedTemplate['filing']>

/** Where the paper lies in the archive, for programs. */
export function archiveJson(filing: CheckedTemplate['filing']) {
  return filing && { phase: phaseName(filing.phase), title: filing.title, by: filing.by }
}

/** Where the paper lies in the archive, what tells it, and how to change it. */
function filingText({ phase, title, by }: ArchivePlace): string {
  const place = `立卷：排在「${phaseName(phase)}」，题名“${title}”`
  if (by === 'template') return `${place}。`
  return `${place}（${toldBy[by]}；要改的，在模板里另起一段写 {{归档：损害调查}}、{{题名：…}}）。`
}

const toldBy: Readonly<Record<Exclude<ArchivePlace['by'], 'template'>, string>> = {
  name: '按名称推定',
  fields: '按填写的字段推定',
  nothing: '名称看不出，模板里又没有案件的字段，推定不了，暂且排在最前',
}

/** What the template is for. */
function kindText({ kind, title }: CheckedTemplate): string {
  if (kind === 'form') return `代替内置的${title}`
  return kind === 'own' ? `自备文书，ejc render 案件 ${title}` : '不会使用'
}

/** How the template stands, in a word. */
export function templateStatusText({
  problems,
  remarks,
}: Pick<CheckedTemplate, 'problems' | 'remarks'>): string {
  if (problems.length) return `${problems.length} 处要改正`
  return remarks.length ? `可以使用，${remarks.length} 处请核对` : '没有问题'
}
