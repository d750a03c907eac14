/** Masks an IP: enough to tell visitors apart, not enough to identify one. */
export function maskNetwork(network: string): string {
  const [, ipv4] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network) ?? []
  if (ipv4) return `${ipv4}.*`
  const [, ipv6] = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):[0-9a-f]+::\/64$/.exec(network) ?? []
  return ipv6 ? `${ipv6}::/48` : 'unknown'
}
