import type { ReactNode } from 'react'

/** The explanation of a lesson or challenge. Closed, so nobody reads an answer by accident. */
export function Explanation({ children }: { children: ReactNode }) {
  return (
    <details className="border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-semibold">
        Explanation <span className="font-normal text-muted-foreground">(optional)</span>
      </summary>
      <div className="space-y-10 pt-4">{children}</div>
    </details>
  )
}
