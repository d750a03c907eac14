type Value = string | readonly string[] | undefined | null

/** The address of a list with these filters: what is empty is left out, so that equal lists have equal addresses. */
export function listUrl(path: string, filters: Record<string, Value>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of [value ?? []].flat()) {
      if (one.trim()) params.append(name, one)
    }
  }
  return params.size > 0 ? `${path}?${params}` : path
}
