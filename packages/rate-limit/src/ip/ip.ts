import { isIPv4, isIPv6 } from 'node:net'

/** Longer than any IP with a zone, brackets and a port. */
const LONGEST = 80

/** Prefixes of IPv4 written as IPv6: mapped by the system, or translated by the network (NAT64). */
const ipv4Prefixes = new Set(['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'])

/**
 * Returns the network to count by: an IPv4 itself, or the /64 of an IPv6, within which one customer can switch freely.
 * Undefined for anything else.
 */
export function networkOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const ip = withoutPort(text.trim())
  if (isIPv4(ip)) return ip
  const withoutZone = ip.replace(/%.*$/, '')
  if (!isIPv6(withoutZone)) return undefined
  const groups = groupsOf(withoutZone)
  if (!ipv4Prefixes.has(groups.slice(0, 6).join(':'))) return `${groups.slice(0, 4).join(':')}::/64`
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** `1.2.3.4:80`, `[::1]:80` and `[::1]`, as some proxies write them. */
function withoutPort(text: string): string {
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d{1,5})?$|^([^:]+):\d{1,5}$/.exec(text) ?? []
  return bracketed ?? plain ?? text
}

/** Returns the eight groups, in lowercase and without leading zeros. */
function groupsOf(ipv6: string): string[] {
  const canonical = new URL(`http://[${ipv6}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = canonical.split('::').map((side) => side.split(':').filter(Boolean))
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
}
