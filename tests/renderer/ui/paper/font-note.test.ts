import { describe, expect, it } from 'vitest'
import { fontNote } from '../../../../renderer/ui/paper/font-note.ts'

const known = false

describe('the line about fonts after a registration', () => {
  it('names what stood in, and the characters to look at', () => {
    const standIns = [{ font: '仿宋_GB2312', by: '仿宋' }]
    expect(fontNote({ known, standIns, lacking: [] })).toBe(
      '本机字体不全，以 仿宋 代 仿宋_GB2312，版式不变，已记入取用记录。',
    )
    const lacking = ['𠮷', '龘', '𠮷'].map((character) => ({ character, font: '仿宋' }))
    expect(fontNote({ known, standIns: [], lacking })).toBe('所用字体没有“𠮷、龘”，请核对印出的纸。')
  })

  it('names no more than a line holds, and nothing when all was well', () => {
    const lacking = Array.from('一二三四五六七', (character) => ({ character, font: '仿宋' }))
    expect(fontNote({ known, standIns: [], lacking })).toContain('“一、二、三、四、五、六”等 7 个字')
    expect(fontNote({ known, standIns: [], lacking: [] })).toBe('')
  })
})
