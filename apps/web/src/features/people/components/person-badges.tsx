import { Badge } from '@/components/ui/badge'

interface Props {
  suspended: boolean
  emailVerified: boolean
  role: string | null
}

/** What is unusual about an account. */
export function PersonBadges({ suspended, emailVerified, role }: Props) {
  return (
    <>
      {role === 'super-admin' ? <Badge variant="primary">Super-admin</Badge> : null}
      {role === 'support' ? <Badge variant="info">Support</Badge> : null}
      {suspended ? <Badge variant="warning">Suspended</Badge> : null}
      {emailVerified ? null : <Badge variant="outline">Not verified</Badge>}
    </>
  )
}
