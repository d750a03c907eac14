import type { ReactNode } from 'react'

import { LocalDateTime } from '@/components/dates/local-date-time'

import type { PersonDto } from '../loaders'

/** What is stored about an account. */
export function PersonFacts({ person }: { person: PersonDto }) {
  const { email, emailVerified, twoFactor, createdAt, suspended, suspendedUntil, suspendedBecause } = person
  return (
    <dl className="space-y-2">
      <Fact label="Email">
        {email} ({emailVerified ? 'verified' : 'not verified'})
      </Fact>
      <Fact label="Joined">
        <LocalDateTime at={createdAt} />
      </Fact>
      <Fact label="Two-factor authentication">{twoFactor ? 'On' : 'Off'}</Fact>
      {suspended ? (
        <>
          <Fact label="Suspended until">
            {suspendedUntil ? <LocalDateTime at={suspendedUntil} /> : 'Further notice'}
          </Fact>
          {suspendedBecause ? <Fact label="Suspension reason">{suspendedBecause}</Fact> : null}
        </>
      ) : null}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sm:grid sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-4">
      <dt className="text-muted-foreground">{label}</dt>
      <dd dir="auto" className="wrap-anywhere">
        {children}
      </dd>
    </div>
  )
}
