import type { ReactNode } from 'react'

/** The lesson's explanation. Closed until the end, so nobody reads an answer by accident. */
export function Explanation({ open, children }: { open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-semibold">Explanation</summary>
      <div className="space-y-10 pt-4">{children}</div>
    </details>
  )
}
