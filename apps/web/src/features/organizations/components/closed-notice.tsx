import { LocalDate } from '@/components/dates/local-date'
import { TextLink } from '@/components/text-link'
import { Alert } from '@/components/ui/alert'
import type { Closure } from '@kit/db/organizations/closed'

/** Says on every page of an organization why nothing in it can be changed. */
export function ClosedNotice({ suspendedBecause, deletedFrom }: Closure) {
  if (suspendedBecause === null && deletedFrom === null) return null
  return (
    <Alert variant="warning" className="mb-5 space-y-1">
      {suspendedBecause === null ? null : (
        <p className="wrap-anywhere">
          <strong>This organization is suspended.</strong> Reason: <bdi>{suspendedBecause}</bdi>
        </p>
      )}
      {deletedFrom === null ? null : (
        <p>
          <strong>
            This organization will be deleted on <LocalDate at={deletedFrom.toISOString()} />.
          </strong>
        </p>
      )}
      <p>
        You can read everything, but nothing can be changed. <TextLink href="/contact">Contact us</TextLink>{' '}
        if you have questions.
      </p>
    </Alert>
  )
}
