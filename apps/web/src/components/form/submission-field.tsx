'use client'

import { useState } from 'react'

import { newSubmissionKey, SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'

import { useField, useForm } from './form-context'

/** For a form that creates something: sending it again after a lost reply creates nothing twice. */
export function SubmissionField() {
  const { data } = useForm().state
  const { echoed } = useField(SUBMISSION_FIELD)
  const [submission, setSubmission] = useState(() => ({ key: newSubmissionKey(), after: data }))

  // After a success, the next item gets a new key, which it keeps if sending fails.
  if (data !== undefined && submission.after !== data) setSubmission({ key: newSubmissionKey(), after: data })

  // The server and the browser make different keys, and either one works.
  return (
    <input type="hidden" name={SUBMISSION_FIELD} value={echoed ?? submission.key} suppressHydrationWarning />
  )
}
