import { account } from '@/features/account/domain'
import { activity } from '@/features/activity/domain'
import { installation } from '@/features/installation/domain'
import { invitations } from '@/features/invitations/domain'
import { members } from '@/features/members/domain'
import { organizations } from '@/features/organizations/domain'
import { people } from '@/features/people/domain'
import { roles } from '@/features/roles/domain'
import { tasks } from '@/features/tasks/domain'

/** Every domain that declares pages in an organization or activity, in navigation order. */
export const domains = [
  tasks,
  members,
  invitations,
  roles,
  activity,
  organizations,
  people,
  installation,
  account,
] as const
