import type { ReactNode } from 'react'

import { cn } from '@/lib/cn'

const token =
  /('[^']*'|"[^"]*")|\b(export|const|async|await|return|import|from)\b|(\/\/.*)|(\.\w+|\b\w+)(?=\()/g

/** Highlights one line of TypeScript. */
export function Code({ children }: { children: string }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of children.matchAll(token)) {
    const [text, string, keyword, comment] = match
    parts.push(children.slice(end, match.index))
    parts.push(
      <span
        key={match.index}
        className={cn(
          string
            ? 'text-success'
            : keyword
              ? 'text-info'
              : comment
                ? 'text-muted-foreground'
                : 'text-primary',
        )}
      >
        {text}
      </span>,
    )
    end = match.index + text.length
  }
  parts.push(children.slice(end))
  return <>{parts}</>
}
