import { Badge } from '@/components/ui/badge'

/** What is unusual about an organization. */
export function OrganizationBadges({
  suspended,
  deletedFrom,
}: {
  suspended: boolean
  deletedFrom: string | null
}) {
  return (
    <>
      {suspended ? <Badge variant="warning">Suspended</Badge> : null}
      {deletedFrom ? <Badge variant="warning">Will be deleted</Badge> : null}
    </>
  )
}
