import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'
import { Avatar } from '@/components/ui/avatar'
import { StartSection } from '@/features/impersonation/components/start-section'
import { avatarPath } from '@/lib/url/avatar-path'
import { listUrl } from '@/lib/url/list-url'

import { loadPerson } from '../loaders'
import { DecisionLinks } from './decision-links'
import { PendingReset } from './pending-reset'
import { PersonBadges } from './person-badges'
import { PersonDecisions } from './person-decisions'
import { PersonFacts } from './person-facts'
import { PersonMemberships } from './person-memberships'
import { PersonSessions } from './person-sessions'
import { PersonTrail } from './person-trail'

/** The page of one person: what is known about them, and the decisions that can be made. */
export async function PersonPage({ id }: { id: string }) {
  const { person, decisions, mayImpersonate, memberships, sessions, trail } = await loadPerson(id)
  const activity = (view?: string) => listUrl('/admin/activity', { view, actor: id })
  return (
    <>
      <PageHeader
        title={person.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Avatar name={person.name} picture={avatarPath(person)} />
            <span className="wrap-anywhere">{person.email}</span>
            <PersonBadges {...person} />
          </span>
        }
        actions={<TextLink href="/admin/people">Back to people</TextLink>}
      />
      {person.reset ? (
        <div className="mt-6">
          <PendingReset reset={person.reset} />
        </div>
      ) : null}
      <PageSection title="Account" description="What we store about this account.">
        <PersonFacts person={person} />
      </PageSection>
      {decisions ? (
        <PageSection
          title="Decide"
          description="Each decision needs a reason, which is kept in the audit log."
        >
          <DecisionLinks id={id} decisions={decisions} />
        </PageSection>
      ) : null}
      {mayImpersonate ? <StartSection personId={id} /> : null}
      <PageSection title="Decisions" description="What super-admins decided about this person.">
        <PersonDecisions decisions={trail.decisions} />
      </PageSection>
      <PageSection title="Organizations" description="Where this person is a member.">
        <PersonMemberships memberships={memberships} />
      </PageSection>
      <PageSection title="Sessions" description="Where this person is signed in.">
        <PersonSessions sessions={sessions} />
      </PageSection>
      <PageSection title="Changes" description="This person’s latest changes, without their content.">
        <PersonTrail entries={trail.changes} none="No changes." href={activity()} />
      </PageSection>
      <PageSection title="Refused requests" description="Requests from this person that were refused.">
        <PersonTrail entries={trail.refusals} none="No refused requests." href={activity('refused')} />
      </PageSection>
    </>
  )
}
