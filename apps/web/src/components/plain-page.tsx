'use client'

import type { ReactNode } from 'react'

import { Logo } from './logo'
import { Main } from './main'
import { ThemeToggle } from './theme/theme-toggle'
import type { Theme } from './theme/theme'

/** A page for a single task: logo on top, narrow column. */
export function PlainPage({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-5 py-3 sm:px-8">
        <Logo />
        <ThemeToggle theme={theme} />
      </header>
      <Main className="flex flex-1 flex-col items-center px-5 pt-[min(9dvh,5rem)] pb-16">
        <div className="w-full max-w-sm">{children}</div>
      </Main>
    </div>
  )
}
