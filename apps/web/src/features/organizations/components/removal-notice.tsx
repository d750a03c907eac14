import { Alert } from '@/components/ui/alert'
import type { Removal } from '@/lib/organization/removal-note'

/** How many rows of a table are called what, in the order in which they are told. Others are not told. */
const units: [table: string, one: string, several: string][] = [
  ['task', 'task', 'tasks'],
  ['member', 'membership', 'memberships'],
  ['invitation', 'invitation', 'invitations'],
]

/** What went with a deleted organization. */
export function RemovalNotice({ removal }: { removal: Removal }) {
  const parts = units.map(([table, one, several]) => {
    const count = removal.removed[table] ?? 0
    return `${count} ${count === 1 ? one : several}`
  })
  return (
    <output className="mt-6 block">
      <Alert variant="success">
        <p className="font-medium wrap-anywhere">{removal.name} is deleted.</p>
        <p className="mt-0.5">
          With it went {new Intl.ListFormat('en').format(parts)}. The record of what was done there stays.
        </p>
      </Alert>
    </output>
  )
}
