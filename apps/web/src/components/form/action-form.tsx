'use client'

import {
  unstable_isUnrecognizedActionError as isUnrecognizedAction,
  unstable_rethrow as rethrow,
  useRouter,
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

import { VERSION_FIELD } from '@kit/action-middleware/input/version'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { reauthenticatedCall } from '@/components/reauthentication/reauthenticated-call'
import { cn } from '@/lib/cn'
import { DeploymentField } from '@/lib/deployment/deployment-field'
import type { Constraints } from '@/lib/input/constraint'

import { FormContext, type Preparation } from './form-context'
import { FormErrors } from './form-errors'
import { UserField } from './form-user'
import { useKeptText } from './kept/use-kept-text'
import {
  atField,
  type FormAction,
  type FormState,
  isEditConflict,
  NotSent,
  outdated,
  unreachable,
} from './form-state'
import { useBrowserErrors } from './use-browser-errors'
import { useVersion } from './use-version'

interface ActionFormProps<Data> {
  action: FormAction<Data>
  initialState?: FormState<Data>
  /** From `constraintsOf(schema)`. */
  constraints?: Constraints
  /** For a form that edits something: `versionOf` its values. The page is refreshed after a success or a conflict. */
  version?: string
  /** Maps error codes to the field that shows them. */
  fieldOfCode?: Record<string, string>
  /** Status message after a success that stays on the page. */
  success?: ReactNode
  /** Clears the fields after success, for passwords and for forms that add several items. */
  resetOnSuccess?: boolean
  /**
   * Shown instead of the form if there is nothing to send, until a reply arrives. Without JavaScript, React matches a reply to
   * a form by its position in the page, so the form has to be rendered.
   */
  instead?: ReactNode
  /** Shown below the form after success. */
  renderAnswer?: (data: Data) => ReactNode
  /** What was typed, in a form whose fields stay after success. Without JavaScript the answer is a new page. */
  typedIn?: (data: Data) => Record<string, string>
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
  version,
  fieldOfCode,
  success,
  resetOnSuccess = false,
  instead,
  renderAnswer,
  typedIn,
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
  const [isEdited, setEdited] = useState(false)
  const kept = useKeptText(form)
  const { shown, generation } = useVersion(version, {
    reply: sent ?? posted,
    isEdited,
    kept: kept.version,
  })
  const [pending, startTransition] = useTransition()
  const router = useRouter()
  const askForPassword = useAskForPassword()
  const state = atField(sent ?? posted, fieldOfCode)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const fields = new FormData(event.currentTarget, submitter)
    forgetAll()
    setEdited(false)
    startTransition(async () => {
      try {
        await Promise.all([...preparations.current].map((prepare) => prepare(fields)))
        const answer = await reauthenticatedCall(() => action(initialState, fields), askForPassword)
        if (answer.serverError?.code === 'UNAUTHORIZED') kept.keep(shown)
        else kept.forget()
        startTransition(() => {
          setSent(answer)
          if (version !== undefined && (answer.data !== undefined || isEditConflict(answer))) router.refresh()
        })
      } catch (error) {
        if (error instanceof NotSent) {
          const { message } = error
          startTransition(() => setSent({ serverError: { code: 'NOT_SENT', message, requestId: '' } }))
          return
        }
        // Next handles redirects and interrupts. Anything else is an action from an earlier deployment or a lost connection.
        rethrow(error)
        const isOutdated = isUnrecognizedAction(error)
        if (isOutdated) kept.keepForReload(shown)
        startTransition(() => setSent({ ...(isOutdated ? outdated : unreachable) }))
      }
    })
  }

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

  const succeeded = state.data !== undefined && !state.serverError && !state.validationErrors
  const typed = succeeded && state.data !== undefined ? typedIn?.(state.data) : undefined

  const context = useMemo(
    () => ({ state, typed, pending, constraints, version, generation, browserErrors, beforeSend }),
    [state, typed, pending, constraints, version, generation, browserErrors, beforeSend],
  )

  if (renderDone && state.data !== undefined && succeeded) {
    return (
      <div ref={replacement} tabIndex={-1} data-done className="outline-none">
        {renderDone(state.data)}
      </div>
    )
  }

  if (instead) return instead

  return (
    <FormContext value={context}>
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        onInvalidCapture={noteInvalid}
        onInput={noteInput}
        onChange={() => setEdited(true)}
        aria-busy={pending}
        className={cn('stack', className)}
      >
        <DeploymentField />
        <UserField />
        {shown === undefined ? null : <input type="hidden" name={VERSION_FIELD} value={shown} />}
        {/* Enter presses the first button, which must not be one that decides a conflict. */}
        {isEditConflict(state) ? <input type="submit" value="Save" hidden /> : null}
        {children}
        <FormErrors state={state} isKept={kept.isKept} />
        <output className="block text-sm text-success empty:hidden">
          {succeeded ? success : kept.isBack && !sent ? 'Here is what you typed earlier.' : null}
        </output>
        {renderAnswer ? (
          <div aria-live="polite">
            {succeeded && state.data !== undefined ? renderAnswer(state.data) : null}
          </div>
        ) : null}
      </form>
    </FormContext>
  )
}
