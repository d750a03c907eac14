import type { ProcessGroup } from '@kit/launcher/process-group'

/** A running production build and its database. */
export interface Server {
  url: string
  /** As a superuser. */
  databaseUrl: string
  group: ProcessGroup
}
