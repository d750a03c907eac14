import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'
import { ButtonLink } from '@/components/ui/button-link'
import { listUrl } from '@/lib/url/list-url'

import { decisionTexts } from '../decisions'
import { loadPerson } from '../loaders'
import { PersonBadges } from './person-badges'
import { PersonDecisions } from './person-decisions'
import { PersonFacts } from './person-facts'
import { PersonMemberships } from './person-memberships'
import { PersonSessions } from './person-sessions'
import { PersonTrail } from './person-trail'

/** One person: what is known and what can be decided. */
export async function PersonPage({ id }: { id: string }) {
  const { person, decisions, memberships, sessions, trail } = await loadPerson(id)
  const activity = (view?: string) => listUrl('/admin/activity', { view, actor: id })
  return (
    <>
      <PageHeader
        title={person.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere">{person.email}</span>
            <PersonBadges {...person} />
          </span>
        }
        actions={<TextLink href="/admin/people">Back to people</TextLink>}
      />
      <PageSection title="Account" description="What is stored about it.">
        <PersonFacts person={person} />
      </PageSection>
      <PageSection title="Decide" description="Each asks for a reason, which is kept in the audit log.">
        {decisions.length === 0 ? (
          <p>This is your own account. Ask another super-admin to change it.</p>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {decisions.map((name) => (
              <li key={name}>
                <ButtonLink
                  href={`/admin/people/${id}/${name}`}
                  prefetch={false}
                  variant="outline"
                  className={decisionTexts[name].isDestructive && 'text-destructive'}
                >
                  {decisionTexts[name].title}
                </ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </PageSection>
      <PageSection title="Decisions" description="What super-admins decided about this person.">
        <PersonDecisions decisions={trail.decisions} />
      </PageSection>
      <PageSection title="Organizations" description="Where this person is a member.">
        <PersonMemberships memberships={memberships} />
      </PageSection>
      <PageSection title="Sessions" description="Where this person is signed in.">
        <PersonSessions sessions={sessions} />
      </PageSection>
      <PageSection title="Changes" description="What this person changed last, without contents.">
        <PersonTrail entries={trail.changes} none="No changes." href={activity()} />
      </PageSection>
      <PageSection title="Refused requests" description="What this person tried and was refused.">
        <PersonTrail entries={trail.refusals} none="No refused requests." href={activity('refused')} />
      </PageSection>
    </>
  )
}
