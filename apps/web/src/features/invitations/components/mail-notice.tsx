import type { MailTrouble } from '@kit/db/invitations/values'
import { Icon } from '@/components/icon/icon'

const notices: Record<MailTrouble, { text: string; className: string }> = {
  delayed: { text: 'Email not delivered yet. We keep trying.', className: 'text-muted-foreground' },
  failed: {
    text: 'Email not delivered. Check the email, then resend or cancel.',
    className: 'text-destructive',
  },
}

/** Says that the invitee has no mail yet. */
export function MailNotice({ trouble }: { trouble: MailTrouble }) {
  const { text, className } = notices[trouble]
  return (
    <span className={`mt-1 flex items-start gap-1 text-xs font-normal ${className}`}>
      <Icon name="circle-alert" className="mt-0.5 size-3 shrink-0" />
      {text}
    </span>
  )
}
