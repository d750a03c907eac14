'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

import { Icon } from '@/components/icon/icon'
import { useFeedback } from '@/components/feedback/feedback-context'
import { callAction } from '@/components/form/call-action'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

import { removeMemberAction } from '../actions'

interface RemoveMemberProps {
  organization: string
  member: { id: string; name: string }
}

/** Asks for confirmation, then reports how many items became unassigned. */
export function RemoveMember({ organization, member }: RemoveMemberProps) {
  const router = useRouter()
  const { notify } = useFeedback()
  const askForPassword = useAskForPassword()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [pending, startTransition] = useTransition()

  function confirm() {
    startTransition(async () => {
      const outcome = await callAction(
        () => removeMemberAction({ organization, memberId: member.id }),
        askForPassword,
      )
      if ('refusal' in outcome) return setRefusal(outcome.refusal)
      setAsking(false)
      notify(`${member.name} was removed.  ${unassigned(outcome.data.unassigned)}`)
      startTransition(() => router.refresh())
    })
  }

  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove ${member.name}`}
        title="Remove"
        className="text-muted-foreground noscript:hidden"
        onClick={() => {
          setRefusal(undefined)
          setAsking(true)
        }}
      >
        <Icon name="user-round-minus" />
      </Button>
      <AlertDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${member.name}?`}
        description="They lose access immediately, including in open pages. What they created stays, and items assigned to them become unassigned."
        confirm="Remove member"
        onConfirm={confirm}
        pending={pending}
        refusal={refusal}
      />
    </>
  )
}

function unassigned(count: number): string {
  if (count === 0) return 'They had no assigned items.'
  return count === 1 ? '1 item is now unassigned.' : `${count} items are now unassigned.`
}
