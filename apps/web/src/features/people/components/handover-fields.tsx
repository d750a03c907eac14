'use client'

import { SelectField } from '@/components/form/select-field'
import { Alert } from '@/components/ui/alert'
import { CheckboxField } from '@/components/form/checkbox-field'

import type { HandoverDto } from '../loaders'

interface Props {
  handovers: HandoverDto[]
  /** Whether organizations that nobody else can own are deleted with the account. */
  deletes: boolean
}

/** Names the organizations that would be left without an owner, and asks what should happen to each. */
export function HandoverFields({ handovers, deletes }: Props) {
  if (handovers.length === 0) return null
  const shared = handovers.filter(({ heirs }) => heirs.length > 0)
  const alone = handovers.filter(({ heirs }) => heirs.length === 0)
  return (
    <>
      {shared.map(({ id, name, heirs }) => (
        <SelectField key={id} name="newOwners[]" label={`New owner of “${name}”`} required defaultValue="">
          <option value="">Choose a member</option>
          {heirs.map((heir) => (
            <option key={heir.memberId} value={heir.memberId}>
              {heir.name} ({heir.email})
            </option>
          ))}
        </SelectField>
      ))}
      {alone.length > 0 && !deletes ? (
        <Alert variant="warning">
          Nobody else can sign in to {alone.map(({ name }) => `“${name}”`).join(', ')}. It stays closed in the
          meantime.
        </Alert>
      ) : null}
      {deletes
        ? alone.map(({ id, name }) => (
            <CheckboxField
              key={id}
              name="deletedOrganizations[]"
              value={id}
              label={`Delete “${name}” too, because nobody else can own it.`}
            />
          ))
        : null}
    </>
  )
}
