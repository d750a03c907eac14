/** Enforced by the database, except `most`. */
export const passkeyBounds = {
  nameMaxLength: 60,
  /** Characters of base64url. Credential IDs have up to 1023 bytes. */
  credentialIdMaxLength: 1364,
  publicKeyMaxLength: 4096,
  /** The maximum number of passkeys per user. */
  most: 20,
  /** Minutes in which a challenge can be answered. */
  challengeMinutes: 10,
} as const
