import { Badge } from '@/components/ui/badge'

interface Props {
  suspended: boolean
  emailVerified: boolean
  isSuperAdmin: boolean
}

/** What is unusual about an account. */
export function PersonBadges({ suspended, emailVerified, isSuperAdmin }: Props) {
  return (
    <>
      {isSuperAdmin ? <Badge variant="primary">Super-admin</Badge> : null}
      {suspended ? <Badge variant="warning">Suspended</Badge> : null}
      {emailVerified ? null : <Badge variant="outline">Not verified</Badge>}
    </>
  )
}
