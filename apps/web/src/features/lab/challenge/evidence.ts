import type { Row, Rows } from '../control/rows'

/** The length of a stored text, which the control group shortens: `https://examp… (600 characters)`. */
export function lengthOf(value: string | null | undefined): number {
  const [, length] = /\((\d+) characters\)$/.exec(value ?? '') ?? []
  return Number(length ?? value?.length ?? 0)
}

/** Whether a changed task is one of Acme's. Tasks have unique titles in the control group. */
export const isOfAcme = ({ task = [] }: Rows, changed: Row): boolean =>
  task.some(({ title, organization }) => title === changed.title && organization === 'acme')
