'use client'

import {
  unstable_isUnrecognizedActionError as isUnrecognizedAction,
  unstable_rethrow as rethrow,
} from 'next/navigation'
import {
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
  type FormEvent,
  type ReactNode,
} from 'react'

import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { reauthenticatedCall } from '@/components/reauthentication/reauthenticated-call'
import { cn } from '@/lib/cn'
import { DeploymentField } from '@/lib/deployment/deployment-field'
import type { Constraints } from '@/lib/input/constraint'
import { keepTyped, restoreTyped } from '@/lib/typed-text/typed-text'

import { FormContext, type Preparation } from './form-context'
import { FormErrors } from './form-errors'
import { atField, type FormAction, type FormState, outdated, unreachable } from './form-state'
import { useBrowserErrors } from './use-browser-errors'

interface ActionFormProps<Data> {
  action: FormAction<Data>
  initialState?: FormState<Data>
  /** From `constraintsOf(schema)`. */
  constraints?: Constraints
  /** Maps error codes to the field that shows them. */
  fieldOfCode?: Record<string, string>
  /** Status message after a success that stays on the page. */
  success?: ReactNode
  /** Clears the fields after success, for passwords and for forms that add several items. */
  resetOnSuccess?: boolean
  /** Replaces the form after success. */
  renderDone?: (data: Data) => ReactNode
  onSuccess?: (data: Data) => void
  className?: string
  children: ReactNode
}

const noConstraints: Constraints = {}
const noState: FormState<never> = {}

/**
 * A form that calls a Server Action. Without JavaScript the browser posts it. With JavaScript the page stays and keeps
 * what was typed, which React would clear. Asks for the password when the action requires it.
 */
export function ActionForm<Data>({
  action,
  initialState = noState,
  constraints = noConstraints,
  fieldOfCode,
  success,
  resetOnSuccess = false,
  renderDone,
  onSuccess,
  className,
  children,
}: ActionFormProps<Data>) {
  const form = useRef<HTMLFormElement>(null)
  const replacement = useRef<HTMLDivElement>(null)
  const preparations = useRef(new Set<Preparation>())
  const [posted, post] = useActionState<FormState<Data>, FormData>(action, initialState)
  const [sent, setSent] = useState<FormState<Data>>()
  const { browserErrors, noteInvalid, noteInput, forgetAll } = useBrowserErrors(form, constraints)
  const [pending, startTransition] = useTransition()
  const askForPassword = useAskForPassword()
  const state = atField(sent ?? posted, fieldOfCode)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const fields = new FormData(event.currentTarget, submitter)
    forgetAll()
    startTransition(async () => {
      try {
        await Promise.all([...preparations.current].map((prepare) => prepare(fields)))
        const answer = await reauthenticatedCall(() => action(initialState, fields), askForPassword)
        startTransition(() => setSent(answer))
      } catch (error) {
        // Next handles redirects and interrupts. Anything else is an action of an earlier deployment or a lost connection.
        rethrow(error)
        const isOutdated = isUnrecognizedAction(error)
        if (isOutdated && form.current) keepTyped(form.current)
        startTransition(() => setSent({ ...(isOutdated ? outdated : unreachable) }))
      }
    })
  }

  // After a reload that an earlier deployment's page asked for.
  useEffect(() => {
    if (form.current) restoreTyped(form.current)
  }, [])

  useEffect(() => {
    if (!sent) return
    if (sent.serverError || sent.validationErrors) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-form-errors]')?.focus()
      return
    }
    if (resetOnSuccess) form.current?.reset()
    replacement.current?.focus()
    if (sent.data !== undefined) onSuccess?.(sent.data)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each answer
  }, [sent])

  const beforeSend = useCallback((prepare: Preparation) => {
    const { current } = preparations
    current.add(prepare)
    return () => void current.delete(prepare)
  }, [])

  const context = useMemo(
    () => ({ state, pending, constraints, browserErrors, beforeSend }),
    [state, pending, constraints, browserErrors, beforeSend],
  )
  const succeeded = state.data !== undefined && !state.serverError && !state.validationErrors

  if (renderDone && state.data !== undefined && succeeded) {
    return (
      <div ref={replacement} tabIndex={-1} data-done className="outline-none">
        {renderDone(state.data)}
      </div>
    )
  }

  return (
    <FormContext value={context}>
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        onInvalidCapture={noteInvalid}
        onInput={noteInput}
        aria-busy={pending}
        className={cn('space-y-4', className)}
      >
        <DeploymentField />
        {children}
        <FormErrors state={state} />
        <output className="block text-sm text-success empty:hidden">{succeeded ? success : null}</output>
      </form>
    </FormContext>
  )
}
