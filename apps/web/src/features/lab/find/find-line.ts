import 'server-only'

import { ActionError } from '@kit/action-middleware'

import { readLessonCode } from '../catalogue/attack-files'
import { lessons } from '../lessons/lessons'
import { explain, type FoundLine } from './find'

/**
 * Explains a line of a lesson's mistake.
 * @param line counted from 1, as the lab shows it
 * @throws ActionError NOT_FOUND if there is no such line
 */
export async function findLine(slug: string, line: number): Promise<FoundLine> {
  const find = lessons.find((lesson) => lesson.slug === slug)?.find
  const mistake = (await readLessonCode())[slug]?.mistake
  if (!find || !mistake || line > mistake.code.split('\n').length) throw new ActionError('NOT_FOUND')
  return explain(find, mistake.code, line)
}
