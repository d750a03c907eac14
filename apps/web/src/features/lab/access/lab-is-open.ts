import 'server-only'
import { env } from '@kit/env'

/** Whether this installation tells how it is guarded: while it is developed, and in production where it is asked to. */
export function labIsOpen(): boolean {
  const { NODE_ENV, LAB } = env()
  return LAB === 'on' || NODE_ENV === 'development'
}
