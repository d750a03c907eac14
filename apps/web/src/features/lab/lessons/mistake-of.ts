import { lessons } from './lessons'

/** The control group's mistake that this attack is about. Undefined if there is none. */
export function mistakeOf({ endpoint, attack }: { endpoint: string; attack: string }): string | undefined {
  return lessons.find((lesson) => lesson.endpoint === endpoint && lesson.fires === attack)?.control
}
