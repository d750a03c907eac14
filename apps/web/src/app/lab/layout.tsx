import type { ReactNode } from 'react'

import { Logo } from '@/components/logo'
import { Main } from '@/components/main'
import { readTheme } from '@/components/theme/read-theme'
import { ThemeToggle } from '@/components/theme/theme-toggle'

/** Pages on how the app is guarded. Each asks for itself whether it may be shown. */
export default async function LabLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex items-center justify-between gap-3 border-b px-4 py-1.5 md:px-8">
        <Logo />
        <ThemeToggle theme={await readTheme()} />
      </header>
      <Main className="mx-auto max-w-6xl px-4 py-5 md:px-8 md:py-8">{children}</Main>
    </>
  )
}
