import { redirect } from 'next/navigation'

/** The administration opens on what happened. The page behind it decides who may see it. */
export default function AdminPage() {
  redirect('/admin/activity')
}
