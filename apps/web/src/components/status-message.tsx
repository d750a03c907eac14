'use client'

import type { ReactNode } from 'react'

interface StatusMessageProps {
  /** The HTTP status, if any. */
  status?: number
  title: string
  children: ReactNode
  actions: ReactNode
}

/** Shown in place of a page that can't be displayed. */
export function StatusMessage({ status, title, children, actions }: StatusMessageProps) {
  return (
    <div className="max-w-md">
      {status ? <p className="font-mono text-xs text-muted-foreground">{status}</p> : null}
      <h1 className="mt-2 text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      <div className="mt-2 space-y-2 text-[0.9375rem] text-muted-foreground">{children}</div>
      <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
    </div>
  )
}
