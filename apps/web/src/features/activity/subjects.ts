import type { Domain, Subject } from '@/lib/domain/domain'
import { domains } from '@/lib/domains'

/** Audited subjects by table. */
export const subjects: ReadonlyMap<string, Subject> = new Map(
  domains.flatMap(({ activity = {} }: Domain) => Object.entries(activity)),
)
