import type { ReactNode } from 'react'

import { Logo } from '@/components/logo'
import { Main } from '@/components/main'
import { readTheme } from '@/components/theme/read-theme'
import { ThemeToggle } from '@/components/theme/theme-toggle'
import { LabNav } from '@/features/lab/components/lab-nav'
import { labIsOpen } from '@/features/lab/access/lab-is-open'

/** The lab. Each page checks whether the lab is open. */
export default async function LabLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-8 gap-y-0 border-b px-4 py-1.5 md:px-8">
        <Logo />
        {labIsOpen() ? (
          <div className="order-last w-full md:order-none md:w-auto">
            <LabNav />
          </div>
        ) : null}
        <div className="ml-auto">
          <ThemeToggle theme={await readTheme()} />
        </div>
      </header>
      <Main className="wide-page">{children}</Main>
    </>
  )
}
