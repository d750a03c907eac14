import { redirect } from 'next/navigation'

/** The page it redirects to checks access. */
export default function AdminPage() {
  redirect('/admin/activity')
}
