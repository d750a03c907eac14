import 'server-only'
import { requestClient } from './request-client'
import { withRateLimit } from '../middleware/with-rate-limit'

/** For what anyone may call from our own pages, as often as one address may. Say in the action why it is public. */
export const publicActionClient = requestClient.use(withRateLimit('default.public'))
