import { ButtonLink } from '@/components/ui/button-link'

import { type OrganizationDecisionName, organizationDecisionTexts } from '../decisions'

/** Links to the form of each decision. */
export function OrganizationDecisionLinks({
  id,
  decisions,
}: {
  id: string
  decisions: OrganizationDecisionName[]
}) {
  return (
    <ul className="flex flex-wrap gap-2">
      {decisions.map((name) => (
        <li key={name}>
          <ButtonLink
            href={`/admin/organizations/${id}/${name}`}
            variant="outline"
            className={organizationDecisionTexts[name].isDestructive && 'text-destructive'}
          >
            {organizationDecisionTexts[name].title}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
