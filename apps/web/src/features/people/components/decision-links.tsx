import { ButtonLink } from '@/components/ui/button-link'

import { type DecisionName, decisionTexts } from '../decisions'

/** Links to the form of each decision. */
export function DecisionLinks({ id, decisions }: { id: string; decisions: DecisionName[] }) {
  if (decisions.length === 0) return <p>This is your own account. Ask another super-admin to change it.</p>
  return (
    <ul className="flex flex-wrap gap-2">
      {decisions.map((name) => (
        <li key={name}>
          <ButtonLink
            href={`/admin/people/${id}/${name}`}
            variant="outline"
            className={decisionTexts[name].isDestructive && 'text-destructive'}
          >
            {decisionTexts[name].title}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
