import { Icon } from '@/components/icon/icon'
import { Avatar } from '@/components/ui/avatar'

/** Initials, or a generic icon when unassigned. Shown next to the name. */
export function PersonIcon({ name }: { name: string | undefined }) {
  if (name === undefined) return <Icon name="user-round" className="text-muted-foreground" />
  return <Avatar name={name} small />
}
