import { Link } from '@/components/link'

import type { Attack } from '../catalogue/attack-schema'
import { attackHref } from '../catalogue/attack-href'
import { groupTitles, titleOfGroup } from '../catalogue/groups'

interface Props {
  endpoint: string
  attacks: readonly Attack[]
  current: string
}

/** Attacks by group. The current attack's group is open. */
export function AttackList({ endpoint, attacks, current }: Props) {
  const shown = attacks.find(({ id }) => id === current)?.group
  const groups = Object.keys(groupTitles).filter((group) => attacks.some((attack) => attack.group === group))
  return (
    <nav aria-label="Attacks" className="overflow-hidden rounded-lg border bg-card">
      {groups.map((group) => {
        const own = attacks.filter((attack) => attack.group === group)
        return (
          <details key={group} open={group === shown} className="border-b last:border-b-0">
            <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 py-2 font-medium hover:bg-accent focus-visible:-outline-offset-2 md:min-h-9">
              <span className="flex-1">{titleOfGroup(group)}</span>
              <span className="text-xs text-muted-foreground tabular-nums">{own.length}</span>
            </summary>
            <ul className="border-t py-1">
              {own.map((attack) => (
                <li key={attack.id}>
                  <Link
                    href={attackHref(endpoint, attack.id)}
                    aria-current={attack.id === current ? 'page' : undefined}
                    className="block px-3 py-2.5 wrap-anywhere text-muted-foreground hover:bg-accent hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:bg-accent aria-[current]:font-medium aria-[current]:text-foreground md:py-1.5"
                  >
                    <span className="block first-letter:uppercase">{attack.name}</span>
                    {attack.label === attack.name ? null : (
                      <span className="block text-xs font-normal">{attack.label}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}
