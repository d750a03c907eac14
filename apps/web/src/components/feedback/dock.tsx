import type { ReactNode } from 'react'

/** Fixed at the bottom of the window, next to the navigation. */
export function Dock({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex flex-col items-center gap-2 md:bottom-5 md:left-60 md:px-4">
      {children}
    </div>
  )
}
