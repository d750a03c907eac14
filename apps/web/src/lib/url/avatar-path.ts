/** The URL of a person's picture, if they have one. A new picture gets a new URL. */
export function avatarPath({ id, image }: { id: string; image: string | null }): string | undefined {
  return image === null ? undefined : `/api/avatars/${id}/${image}`
}
