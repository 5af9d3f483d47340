import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { answerOf, deskHere } from './run-desk.ts'

type Gallery = {
  folder: string
  index: string
  papers: { kind: string; name: string; format: string; file: string; pages: number | null }[]
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
