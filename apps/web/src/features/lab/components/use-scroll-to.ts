'use client'

import { useEffect, type RefObject } from 'react'

/** Scrolls to an element when there is a new result, which can be below the edge of a phone. */
export function useScrollTo(element: RefObject<HTMLElement | null>, result: object | null): void {
  useEffect(() => {
    if (result) element.current?.scrollIntoView({ block: 'nearest' })
  }, [element, result])
}
