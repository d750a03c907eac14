import type { Row, Rows } from '../control/rows'

/** Whether a changed task is one of Acme's. Tasks have unique titles in the control group. */
export const isOfAcme = ({ task = [] }: Rows, changed: Row): boolean =>
  task.some(({ title, organization }) => title === changed.title && organization === 'acme')
