import { TextLink } from '@/components/text-link'
import type { Constraints } from '@/lib/input/constraint'

import { LeaveForm } from './leave-form'

interface Props {
  organization: string
  name: string
  canLeave: boolean
  isLastOwner: boolean
  constraints: Constraints
}

/** The form to leave an organization, or why that isn't possible. */
export function LeaveSection({ organization, name, canLeave, isLastOwner, constraints }: Props) {
  if (!canLeave)
    return (
      <p>
        You can’t leave while nothing can be changed here. You can still{' '}
        <TextLink href="/account/data">delete your account</TextLink>.
      </p>
    )
  if (isLastOwner)
    return (
      <p>
        You can’t leave, because you’re the only owner. Transfer ownership or make another member an owner
        first.
      </p>
    )
  return <LeaveForm {...{ organization, name }} constraints={constraints} />
}
