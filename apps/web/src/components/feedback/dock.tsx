import type { ReactNode } from 'react'

/** Fixed at the bottom of the window, next to the navigation. */
export function Dock({ children }: { children: ReactNode }) {
  return <div className="dock">{children}</div>
}
