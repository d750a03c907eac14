/** Enforced by the database, except `most`. */
export const passkeyBounds = {
  nameMaxLength: 60,
  /** Characters of base64url. Credential IDs have up to 1023 bytes. */
  credentialIdMaxLength: 1364,
  publicKeyMaxLength: 4096,
  /** Passkeys of one user. */
  most: 20,
  /** Minutes in which a challenge can be answered. */
  challengeMinutes: 10,
} as const
