type Value = string | readonly string[] | undefined | null

/** The URL of a list with these filters. Empty filters are left out, so equal lists have equal URLs. */
export function listUrl(path: string, filters: Record<string, Value>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of [value ?? []].flat()) {
      if (one.trim()) params.append(name, one)
    }
  }
  return params.size > 0 ? `${path}?${params}` : path
}
