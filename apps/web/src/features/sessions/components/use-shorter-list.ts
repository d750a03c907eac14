import { useRouter } from 'next/navigation'

import { LIST } from './list-id'

/** Returns what to do after a session has ended: show the list without it, and focus the list, because the button is gone. */
export function useShorterList(): () => void {
  const router = useRouter()
  return () => {
    router.refresh()
    document.getElementById(LIST)?.focus()
  }
}
