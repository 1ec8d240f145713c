import { join } from 'node:path'
import { createCalendar } from '../../../core/calendar/calendar.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { defaultRegulation, loadLaw } from '../../../repository/law.ts'
import type { Repository } from '../../../repository/repository.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'

/** What templates are listed and checked by: a case repository, or outside of one what ejc ships. */
export interface TemplateLibrary extends Pick<Workspace, 'law' | 'setting'> {
  readonly repository: Pick<Repository, 'root' | 'templates' | 'readBytes'>
  /** Whether it is a case repository. */
  readonly isThere: boolean
}

/** The case repository around the folder, else what ejc ships. Throws RepositoryError for one that can't be relied on. */
export async function templateLibrary(context: CommandContext): Promise<TemplateLibrary> {
  try {
    const { law, setting, repository } = await context.workspace()
    return { law, setting, repository, isThere: true }
  } catch (error) {
    if (!(error instanceof RepositoryError) || error.code !== 'not-a-repository') throw error
    return shippedLibrary(context)
  }
}

/** A library without any file, under the text of a new one. */
async function shippedLibrary({ folder, global }: CommandContext): Promise<TemplateLibrary> {
  const law = await loadLaw()
  const regulation = law.regulation(defaultRegulation)
  if (!regulation) throw new Error(`no regulation ${defaultRegulation}`)
  const { national: years, statutory } = law.calendars
  const region = { code: regulation.pack.region ?? '', name: '' }
  const config = { schema: 1, region, level: '', regulation: defaultRegulation, idPrefix: '' } as const
  const setting = { regulation, calendar: createCalendar({ years, statutory }), config, today: global.today }
  const repository = { root: join(folder, '.'), templates: () => [], readBytes: () => undefined }
  return { law, setting, repository, isThere: false }
}

/** What a call says that found no case repository, where it would have shown the office's own templates. */
export const NO_LIBRARY_HERE =
  '这里不是案件库，只有内置文书；本单位的模板，进入案件库或者用 -C 指定以后查看。'
