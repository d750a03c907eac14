'use client'

import { useOptimistic, useState } from 'react'

import { versionOf } from '@kit/action-middleware/input/version'
import { useChange } from '@/components/feedback/use-change'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { NativeSelect } from '@/components/ui/native-select'
import { roleName } from '@/lib/organization/role-name'

import { changeRoleAction } from '../actions'
import type { MemberDto, RoleOption } from '../loaders'

interface RoleSelectProps {
  organization: string
  member: MemberDto
  /** Roles this user can give the member. */
  roles: readonly RoleOption[]
}

/** Changes a role inline. Making an owner asks for confirmation, because it can't be undone. */
export function RoleSelect({ organization, member, roles }: RoleSelectProps) {
  const { pending, change } = useChange()
  const [shown, show] = useOptimistic(member.customRole?.id ?? member.role)
  const [asking, setAsking] = useState(false)

  function give(value: string) {
    const role = roles.find((candidate) => candidate.value === value)
    setAsking(false)
    if (!role || value === shown) return
    change({
      show: () => show(value),
      call: () =>
        changeRoleAction({
          organization,
          memberId: member.id,
          role: role.value,
          version: versionOf({ role: shown }),
        }),
      done: () => `Role of ${member.name}: ${role.label}`,
      onConflict: `You chose “${role.label}”. The list shows their value.`,
    })
  }

  function choose(value: string) {
    if (value === 'owner') setAsking(true)
    else give(value)
  }

  return (
    <>
      <NativeSelect
        small
        aria-label={`Role of ${member.name}`}
        aria-busy={pending}
        value={shown}
        onChange={(event) => choose(event.target.value)}
        className="w-28 noscript:hidden"
      >
        {roles.some(({ value }) => value === shown) ? null : (
          <option value={shown}>{roleName(member)}</option>
        )}
        {roles.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </NativeSelect>
      <AlertDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Make ${member.name} an owner?`}
        description="Owners can do everything, including delete the organization, and other owners can't remove them."
        confirm="Make owner"
        onConfirm={() => give('owner')}
        pending={pending}
      />
    </>
  )
}
