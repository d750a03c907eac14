'use client'

import { Icon } from '@/components/icon/icon'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

import { useFeedback } from './feedback-context'

/** Shows confirmations and errors at the bottom of the window, wherever the list is scrolled. */
export function Feedback() {
  const { notice, refusal, dismiss } = useFeedback()
  return (
    <>
      <div role="alert" className="dock-alert">
        {refusal ? (
          <Alert
            variant="destructive"
            className="pointer-events-auto flex items-center gap-3 bg-popover py-1.5 pr-1.5 shadow-lg"
          >
            <Icon name="circle-alert" className="text-destructive" />
            <p className="min-w-0 flex-1">{refusal}</p>
            <Button variant="ghost" size="icon-sm" aria-label="Dismiss" onClick={dismiss}>
              <Icon name="x" />
            </Button>
          </Alert>
        ) : null}
      </div>
      <output>
        {notice ? (
          <p
            key={notice.time}
            className="mb-4 max-w-[calc(100vw-2rem)] truncate rounded-full bg-foreground px-4 py-2 font-medium text-background shadow-lg md:mb-0"
          >
            {notice.text}
          </p>
        ) : null}
      </output>
    </>
  )
}
