'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'

import { turnstileAction } from '@kit/captcha/turnstile-action'

const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'

interface Turnstile {
  render: (container: HTMLElement, options: object) => string
  reset: (widget: string) => void
  remove: (widget: string) => void
}

let loading: Promise<Turnstile> | undefined

/** Renders the Turnstile widget. `take` resolves to a token for one call. */
export function useTurnstile(container: RefObject<HTMLElement | null>, siteKey: string, action: string) {
  const widget = useRef<{ api: Turnstile; id: string }>(undefined)
  const token = useRef(waiting())

  useEffect(() => {
    let left = false
    async function draw() {
      loading ??= load()
      const api = await loading
      if (left || !container.current) return
      const id = api.render(container.current, {
        sitekey: siteKey,
        action: turnstileAction(action),
        theme: document.documentElement.dataset.theme ?? 'auto',
        size: 'flexible',
        'response-field': false,
        callback: (value: string) => token.current.resolve(value),
        'expired-callback': () => (token.current = waiting()),
        // Without this, a pending submit would wait forever. The widget retries on its own.
        'error-callback': () => {
          token.current.reject(new Error('Turnstile reported an error.'))
          token.current = waiting()
          return true
        },
      })
      widget.current = { api, id }
    }
    draw().catch((error: unknown) => token.current.reject(error))
    return () => {
      left = true
      widget.current?.api.remove(widget.current.id)
      widget.current = undefined
    }
  }, [container, siteKey, action])

  return useCallback(async (): Promise<string> => {
    const value = await token.current.promise
    token.current = waiting()
    widget.current?.api.reset(widget.current.id)
    return value
  }, [])
}

function waiting() {
  let settle: { resolve: (value: string) => void; reject: (reason: unknown) => void } | undefined
  const promise = new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
  promise.catch(() => {})
  return {
    promise,
    resolve: (value: string) => settle?.resolve(value),
    reject: (reason: unknown) => settle?.reject(reason),
  }
}

function load(): Promise<Turnstile> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = SCRIPT
    script.async = true
    script.addEventListener('load', () => {
      const page: typeof globalThis & { turnstile?: Turnstile } = globalThis
      if (page.turnstile) resolve(page.turnstile)
      else reject(new Error('Turnstile did not load.'))
    })
    script.addEventListener('error', () => {
      // Lets the next widget try again.
      loading = undefined
      script.remove()
      reject(new Error('Could not reach Turnstile.'))
    })
    document.head.append(script)
  })
}
