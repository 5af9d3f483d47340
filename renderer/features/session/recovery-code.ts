/** What was typed, without the marks between groups and whatever the case. */
function plain(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase()
}

/** The last of the groups the code is printed in. */
export function lastGroup(code: string): string {
  return (
    code
      .trim()
      .split(/[\s-]+/)
      .at(-1) ?? code
  )
}

/** The whole code is as good a proof as its last group. */
export function confirmsCode(code: string, typed: string): boolean {
  const given = plain(typed)
  return given !== '' && (given === plain(lastGroup(code)) || given === plain(code))
}
