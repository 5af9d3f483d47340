/** Hands a text to the browser's or Electron's own way of saving files. */
export function saveTextFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  // Outside the page some browsers forget the name.
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own hold on the bytes only after it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
