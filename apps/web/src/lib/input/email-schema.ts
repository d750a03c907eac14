import { z } from 'zod'

/** An email as the database stores it. The limit comes from the SMTP standard. */
export const emailSchema = z.email('Enter a valid email.').max(254).toLowerCase()
