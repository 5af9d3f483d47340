const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function saveWordFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: WORD }))
}

export function saveExcelFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: EXCEL }))
}

/** Hands a file to the browser's or Electron's own way of saving files. */
export function saveFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
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

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return bytes
}
