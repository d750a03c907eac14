import type { ProcessGroup } from '@kit/launcher/process-group'

/** A production build that runs, and its database. */
export interface Server {
  url: string
  /** As a superuser. */
  databaseUrl: string
  group: ProcessGroup
}
