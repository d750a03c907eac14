import { Icon } from '@/components/icon/icon'
import { Avatar } from '@/components/ui/avatar'

/** Initials, or an empty head for nobody. Stands beside the name. */
export function PersonIcon({ name }: { name: string | undefined }) {
  if (name === undefined) return <Icon name="user-round" className="text-muted-foreground" />
  return <Avatar name={name} className="size-4.5 text-[0.5rem]" />
}
