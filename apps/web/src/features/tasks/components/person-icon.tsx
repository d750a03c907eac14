import { UserRound } from 'lucide-react'

import { Avatar } from '@/components/ui/avatar'

/** Initials, or a generic icon when unassigned. Shown next to the name. */
export function PersonIcon({ name }: { name: string | undefined }) {
  if (name === undefined) return <UserRound aria-hidden className="size-4 shrink-0 text-muted-foreground" />
  return <Avatar name={name} className="size-4.5 text-[0.5rem]" />
}
