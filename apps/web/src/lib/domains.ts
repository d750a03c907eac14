import { activity } from '@/features/activity/domain'
import { invitations } from '@/features/invitations/domain'
import { members } from '@/features/members/domain'
import { organizations } from '@/features/organizations/domain'
import { roles } from '@/features/roles/domain'
import { tasks } from '@/features/tasks/domain'

/** Every domain with pages in an organization, in navigation order. */
export const domains = [tasks, members, invitations, roles, activity, organizations] as const
