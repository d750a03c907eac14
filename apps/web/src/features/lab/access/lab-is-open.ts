import 'server-only'
import { env } from '@kit/env'

/** Whether the lab is available: in development, and in production with LAB=on. */
export function labIsOpen(): boolean {
  const { NODE_ENV, LAB } = env()
  return LAB === 'on' || NODE_ENV === 'development'
}
