import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { EXTREMES, LONGEST_TEXT, NAME_OF_60 } from '../../../shared/documents/specimens/extremes.ts'
import { answerOf, deskHere } from './run-desk.ts'

type Gallery = {
  folder: string
  index: string
  papers: {
    kind: string
    name: string
    extreme: string | null
    format: string
    file: string
    pages: number | null
  }[]
}

const noConverter = spawnSync('soffice', ['--version']).error !== undefined
if (noConverter) process.stderr.write('gallery --pdf is not tried: LibreOffice is not installed here\n')

describe('the gallery', () => {
  const base = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-gallery-'))
  const at = (name: string) => path.join(base, name)
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  it('holds a paper of every kind, listed, and the same bytes every time', async () => {
    const { papers, index } = await answerOf<Gallery>(['gallery', '--out', at('one')])
    await answerOf(['gallery', '--out', at('two')])
    expect(papers.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(KINDS).toSorted())
    const list = readFileSync(index, 'utf8')
    for (const { file, name } of papers) {
      const bytes = readFileSync(path.join(at('one'), file))
      expect(bytes.equals(readFileSync(path.join(at('two'), file)))).toBe(true)
      expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('<w:body>')
      expect(list).toContain(name)
    }
    expect(readdirSync(at('one'))).toHaveLength(papers.length + 1)
  })

  it('holds the extremes of a kind when asked, each saying what it is named for', async () => {
    const { papers, index } = await answerOf<Gallery>([
      'gallery',
      '--out',
      at('extreme'),
      '--kind',
      'registration',
      '--extreme',
    ])
    const said = (extreme: string | null): string => {
      const { file = '' } = papers.find((paper) => paper.extreme === extreme) ?? {}
      expect(readFileSync(index, 'utf8')).toContain(file)
      return strFromU8(
        unzipSync(readFileSync(path.join(at('extreme'), file)))['word/document.xml'] ?? new Uint8Array(),
      )
    }
    expect(papers.map(({ extreme }) => extreme)).toEqual([null, ...Object.keys(EXTREMES)])
    expect(said('各填一字')).toContain('>甲<')
    expect(said('名称六十字')).toContain(`>${NAME_OF_60}<`)
    expect(said('生僻字')).toContain('𰻝')
    expect(said('每项最长')).toContain(LONGEST_TEXT)
    const petitioners = (xml: string): number => xml.split(/张晓明|欧阳婧怡/u).length - 1
    expect(petitioners(said('名单二百'))).toBeGreaterThanOrEqual(200)
    expect(said('选填不填')).not.toContain('13800005678')
    expect(said(null)).toContain('13800005678')
  })

  it.skipIf(noConverter)('writes a PDF beside one kind and counts its pages', async () => {
    const args = ['gallery', '--out', at('pdf'), '--kind', 'urge', '--pdf']
    const { papers } = await answerOf<Gallery>(args)
    expect(papers).toMatchObject([{ kind: 'urge', name: '催办通知', pages: 2 }])
    const pdf = readFileSync(path.join(at('pdf'), papers[0]?.file.replace('.docx', '.pdf') ?? ''))
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  it('touches a folder that holds something only when told to, and nothing else in it', async () => {
    mkdirSync(at('used'))
    writeFileSync(at('used/notes.txt'), 'mine')
    const args = ['gallery', '--out', at('used'), '--kind', 'transfer']
    expect(await deskHere(args)).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') })
    expect(readdirSync(at('used'))).toEqual(['notes.txt'])
    expect(await deskHere([...args, '--force'])).toMatchObject({ code: 0 })
    expect(readFileSync(at('used/notes.txt'), 'utf8')).toBe('mine')
  })

  it.each([
    [['--out', 'notes'], 1, '不是文件夹'],
    [['--out', 'notes/below'], 1, '路径中有一段不是文件夹'],
    [['--out', 'new', '--kind', 'letter'], 2, '--kind 只能是'],
    [[], 2, '缺少选项 --out'],
  ] as const)('refuses %j', async (args, code, sentence) => {
    writeFileSync(at('notes'), '')
    const given = args.map((arg) => (arg.startsWith('n') ? at(arg) : arg))
    const ran = await deskHere(['gallery', ...given])
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(sentence) })
    expect(existsSync(at('new'))).toBe(false)
  })
})
