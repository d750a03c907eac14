import { Avatar } from '@/components/ui/avatar'
import { PageSection } from '@/components/page-section'
import { avatarPath } from '@/lib/url/avatar-path'

import { AvatarForm } from './avatar-form'
import { RemoveAvatarForm } from './remove-avatar-form'

interface Props {
  user: { id: string; name: string; image: string | null }
}

/** The user's own picture, with forms to replace and remove it. */
export function AvatarSection({ user }: Props) {
  return (
    <PageSection
      title="Picture"
      description="Shown to people in your organizations. Without one, they see your initials."
    >
      <div className="flex gap-5">
        <Avatar name={user.name} picture={avatarPath(user)} className="size-16 text-xl" />
        <div className="min-w-0 flex-1 space-y-4">
          <AvatarForm />
          {user.image ? <RemoveAvatarForm /> : null}
        </div>
      </div>
    </PageSection>
  )
}
