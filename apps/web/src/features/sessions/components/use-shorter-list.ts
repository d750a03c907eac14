import { useRouter } from 'next/navigation'

import { LIST } from './list-id'

/** Returns a function to call after a session has ended. It refreshes the list and focuses it, because the button is gone. */
export function useShorterList(): () => void {
  const router = useRouter()
  return () => {
    router.refresh()
    document.getElementById(LIST)?.focus()
  }
}
