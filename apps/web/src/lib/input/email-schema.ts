import { z } from 'zod'

/** An address as the database stores it. The bound is that of mail itself. */
export const emailSchema = z.email('Enter a valid email.').max(254).toLowerCase()
