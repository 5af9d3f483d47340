const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const PDF = 'application/pdf'
const ZIP = 'application/zip'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function saveWordFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: WORD }))
}

export function saveExcelFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: EXCEL }))
}

export function savePdfFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: PDF }))
}

export function saveZipFile(fileName: string, base64: string): void {
  saveFile(fileName, new Blob([bytesOf(base64)], { type: ZIP }))
}

/** Shows a PDF in a tab of its own, or hands it over as a file where none may be opened; says which. */
export function pdfOf(fileName: string, base64: string): string {
  const url = URL.createObjectURL(new Blob([bytesOf(base64)], { type: PDF }))
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  if (window.open(url, '_blank') !== null) return '已在新标签页打开，打开的一份标明“预览”。'
  savePdfFile(fileName, base64)
  return `文件“${fileName}”已交给浏览器下载，请从下载列表中打开；这一份标明“预览”。`
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
