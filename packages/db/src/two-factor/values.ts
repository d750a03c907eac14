/** Enforced by the database. */
export const twoFactorBounds = {
  /** Number of wrong codes that ends a sign-in. The table's check has the same number. */
  attempts: 5,
  /** Minutes between the password and the code. */
  challengeMinutes: 10,
  /** Minutes in which a new key can be confirmed. */
  setUpMinutes: 30,
  backupCodes: 10,
} as const
