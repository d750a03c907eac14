import type { PasskeyDto } from '@kit/auth/passkeys/own-passkeys'
import { LocalDateTime } from '@/components/dates/local-date-time'
import { Card } from '@/components/ui/card'
import type { Constraints } from '@/lib/input/constraint'

import { RemovePasskey } from './remove-passkey'
import { RenamePasskey } from './rename-passkey'

interface Props {
  passkeys: readonly PasskeyDto[]
  /** The constraints of the rename form. */
  constraints: Constraints
}

export function PasskeyList({ passkeys, constraints }: Props) {
  return (
    <Card>
      <ul aria-label="Passkeys" className="divide-y">
        {passkeys.map(({ id, name, since, lastUsed }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium wrap-anywhere">{name}</p>
              <p className="mt-0.5 text-xs text-muted-foreground">
                Added <LocalDateTime at={since} />
                {lastUsed ? (
                  <>
                    {' '}
                    · Last used <LocalDateTime at={lastUsed} />
                  </>
                ) : null}
              </p>
              <RenamePasskey id={id} name={name} constraints={constraints} />
            </div>
            <RemovePasskey id={id} name={name} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
