import { useRouter } from 'next/navigation'

import { LIST } from './list-id'

/** Returns a function to call after a change. It refreshes the list and focuses it, because the pressed button may be gone. */
export function useChangedList(): () => void {
  const router = useRouter()
  return () => {
    router.refresh()
    document.getElementById(LIST)?.focus()
  }
}
