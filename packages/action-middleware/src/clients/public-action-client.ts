import 'server-only'
import { requestClient } from './request-client'
import { withRateLimit } from '../middleware/with-rate-limit'

/** For anyone, limited by IP. Explain in a comment on the action why it is public. */
export const publicActionClient = requestClient.use(withRateLimit('default.public'))
