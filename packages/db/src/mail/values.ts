export const mailStatuses = ['waiting', 'sent', 'failed'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** How long a worker may take to send an email, in seconds. After that, any worker can take over. */
export const LEASE = 120

/** Seconds until the next attempt: 10, 20, 40 and so on, at most half an hour. */
export function retryDelay(attempts: number): number {
  return Math.min(10 * 2 ** (attempts - 1), 1800)
}
