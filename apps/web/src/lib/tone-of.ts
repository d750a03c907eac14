/** Picks one of `tones` for a name: always the same one, so that it helps to recognize what bears the name. */
export function toneOf<const Tone>(name: string, tones: readonly [Tone, ...Tone[]]): Tone {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return tones[sum % tones.length] ?? tones[0]
}
