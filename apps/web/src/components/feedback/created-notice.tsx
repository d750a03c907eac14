'use client'

import { useEffect } from 'react'

import { Alert } from '@/components/ui/alert'

import { useCreated } from './use-created'

/** Confirms the item whose page this is, if it was just created, and moves the focus to its title. */
export function CreatedNotice({ children }: { children: string }) {
  const created = useCreated()
  useEffect(() => {
    const title = document.querySelector('h1')
    if (!created || !title) return
    title.tabIndex = -1
    title.focus()
  }, [created])
  return (
    <output className="block empty:hidden">
      {created ? <Alert variant="success">{children}</Alert> : null}
    </output>
  )
}
