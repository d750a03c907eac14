import type { ReactNode } from 'react'

import { LocalDateTime } from '@/components/dates/local-date-time'

import type { AdministeredOrganizationDto } from '../loaders'

/** What is stored about an organization, without its content. */
export function OrganizationFacts({ organization }: { organization: AdministeredOrganizationDto }) {
  const { slug, size, twoFactorRequired, createdAt, suspendedAt, suspendedBecause, deletedFrom } =
    organization
  return (
    <dl className="space-y-2">
      <Fact label="URL">/{slug}</Fact>
      <Fact label="Created">
        <LocalDateTime at={createdAt} />
      </Fact>
      <Fact label="Contains">{size}</Fact>
      <Fact label="Two-factor authentication">{twoFactorRequired ? 'Required' : 'Optional'}</Fact>
      {suspendedAt ? (
        <>
          <Fact label="Suspended since">
            <LocalDateTime at={suspendedAt} />
          </Fact>
          <Fact label="Suspension reason">{suspendedBecause}</Fact>
        </>
      ) : null}
      {deletedFrom ? (
        <Fact label="Will be deleted">
          <LocalDateTime at={deletedFrom} />
        </Fact>
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
