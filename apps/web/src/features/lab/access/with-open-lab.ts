import 'server-only'
import { createMiddleware } from 'next-safe-action'

import { ActionError } from '@kit/action-middleware'

import { labIsOpen } from './lab-is-open'

/** Where the lab is closed its action does not exist either, whichever page it is posted to. */
export const withOpenLab = createMiddleware().define(async ({ next }) => {
  if (!labIsOpen()) throw new ActionError('NOT_FOUND')
  return next()
})
