import 'server-only'
import { createMiddleware } from 'next-safe-action'

import { ActionError } from '@kit/action-middleware'

import { labIsOpen } from './lab-is-open'

/** When the lab is closed, its action returns NOT_FOUND. */
export const withOpenLab = createMiddleware().define(async ({ next }) => {
  if (!labIsOpen()) throw new ActionError('NOT_FOUND')
  return next()
})
