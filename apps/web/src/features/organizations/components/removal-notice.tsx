import { Alert } from '@/components/ui/alert'
import type { Removal } from '@/lib/organization/removal-note'
import { describeRemoved } from '@/lib/organization/removed-units'

/** Confirms a deleted organization and what was deleted with it. */
export function RemovalNotice({ removal: { name, counts } }: { removal: Removal }) {
  return (
    <output className="mt-6 block">
      <Alert variant="success">
        <p className="font-medium wrap-anywhere">
          <bdi>{name}</bdi> was deleted.
        </p>
        <p className="mt-0.5">This also deleted {describeRemoved(counts)}. The audit log is kept.</p>
      </Alert>
    </output>
  )
}
