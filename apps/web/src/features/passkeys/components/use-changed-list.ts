import { useRouter } from 'next/navigation'

import { LIST } from './list-id'

/** Returns what to do after a change: show the list as it is now, and focus it, because the button may be gone. */
export function useChangedList(): () => void {
  const router = useRouter()
  return () => {
    router.refresh()
    document.getElementById(LIST)?.focus()
  }
}
