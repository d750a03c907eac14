/**
 * A network as an organization's admins see it: enough to tell one visitor from many, not enough to tell who it is.
 * Somebody's own address is between them and those who run the installation.
 */
export function maskNetwork(network: string): string {
  const [, ipv4] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network) ?? []
  if (ipv4) return `${ipv4}.*`
  const [, ipv6] = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):[0-9a-f]+::\/64$/.exec(network) ?? []
  return ipv6 ? `${ipv6}::/48` : 'unknown'
}
