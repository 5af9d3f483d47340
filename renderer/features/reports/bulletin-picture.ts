const WIDTH = 960
const MARGIN = 48
const TITLE = 34
const TEXT = 24
const LEADING = 1.6
const FONTS = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif'

type Bulletin = { readonly title: string; readonly lines: readonly string[] }

/** Breaks a text where the line is full; closing signs never begin a line. */
export function wrapped(text: string, most: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (line !== '' && widthOf(line + char) > most && !/[、，。；：！？）》”]/u.test(char)) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return line === '' ? lines : [...lines, line]
}

/** Draws the bulletin in black on white, as long as it needs to be. */
export function drawBulletin(canvas: HTMLCanvasElement, { title, lines }: Bulletin): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const inner = WIDTH - MARGIN * 2
  const measure = (size: number, weight: string) => (text: string) => {
    pen.font = `${weight} ${size}px ${FONTS}`
    return pen.measureText(text).width
  }
  const head = wrapped(title, inner, measure(TITLE, 'bold'))
  const paragraphs = lines.map((line) => wrapped(line, inner, measure(TEXT, 'normal')))
  const rows = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
  canvas.width = WIDTH
  canvas.height = Math.ceil(
    MARGIN * 2 + head.length * TITLE * LEADING + 24 + rows * TEXT * LEADING + paragraphs.length * 10,
  )
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000000'
  pen.textBaseline = 'top'
  let y = MARGIN
  const write = (text: string, size: number, weight: string) => {
    pen.font = `${weight} ${size}px ${FONTS}`
    pen.fillText(text, MARGIN, y)
    y += size * LEADING
  }
  for (const line of head) write(line, TITLE, 'bold')
  y += 8
  pen.fillRect(MARGIN, y, inner, 2)
  y += 16
  for (const paragraph of paragraphs) {
    for (const line of paragraph) write(line, TEXT, 'normal')
    y += 10
  }
}
