/** Picks the same tone for the same name every time. */
export function toneOf<const Tone>(name: string, tones: readonly [Tone, ...Tone[]]): Tone {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return tones[sum % tones.length] ?? tones[0]
}
