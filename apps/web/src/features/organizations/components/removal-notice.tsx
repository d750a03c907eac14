import { Alert } from '@/components/ui/alert'
import type { Removal } from '@/lib/organization/removal-note'

const units: [key: Exclude<keyof Removal, 'name'>, one: string, several: string][] = [
  ['tasks', 'task', 'tasks'],
  ['members', 'membership', 'memberships'],
  ['invitations', 'invitation', 'invitations'],
]

/** What went with a deleted organization. */
export function RemovalNotice({ removal }: { removal: Removal }) {
  const parts = units.map(([key, one, several]) => `${removal[key]} ${removal[key] === 1 ? one : several}`)
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
