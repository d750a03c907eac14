'use client'

import { type FormEvent, useRef } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { createOrganizationAction } from '../actions'
import { suggestSlug } from './suggest-slug'

/** Suggests a slug from the name until the user edits it. */
export function NewOrganizationForm({ constraints }: { constraints: Constraints }) {
  const slug = useRef<HTMLInputElement>(null)
  const suggested = useRef('')

  function suggest(event: FormEvent<HTMLInputElement>) {
    const field = slug.current
    if (!field || field.value !== suggested.current) return
    suggested.current = suggestSlug(event.currentTarget.value)
    field.value = suggested.current
  }

  return (
    <ActionForm
      action={createOrganizationAction}
      constraints={constraints}
      fieldOfCode={{ CONFLICT: 'slug' }}
    >
      <SubmissionField />
      <TextField name="name" label="Name" autoComplete="organization" onInput={suggest} />
      <TextField
        ref={slug}
        name="slug"
        label="URL"
        title="Use lowercase letters, numbers, and single hyphens."
        hint="Used in every page URL, such as /acme/members. Use lowercase letters, numbers, and single hyphens."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton pendingLabel="Creating…">Create organization</SubmitButton>
    </ActionForm>
  )
}
