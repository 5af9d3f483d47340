import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'
import { partsIn, textOf } from './fill.ts'

let desk: TestDesk
let petition = ''
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'clerk')
  const { petitions } = await desk.ask('visits.register', { visit: aVisit() })
  petition = petitions[0]?.number ?? ''
  await desk.ask('petitions.route', { number: petition, to: { route: 'transfer', leadUnit: 'HQC' } })
})
afterAll(() => desk.remove())

const asAdmin = () => signInAs(desk, 'admin', 'admin')
const asClerk = () => desk.ask('session.signIn', { login: 'clerk', password: 'a-desk-password' })

/** The starting template with words of the office's own at its end. */
async function ownTemplate(words: string): Promise<string> {
  const { bytes } = await desk.ask('templates.export', { kind: 'transfer' })
  const parts = Object.fromEntries(partsIn(Buffer.from(bytes, 'base64')))
  const document = Buffer.from(parts['word/document.xml'] ?? []).toString()
  parts['word/document.xml'] = strToU8(
    document.replace('<w:sectPr', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p><w:sectPr`),
  )
  return Buffer.from(zipSync(parts)).toString('base64')
}

async function issued(): Promise<{
  id: string
  template: string | null
  number: string
  text: string
  bytes: string
}> {
  await asClerk()
  const { id, template, number } = await desk.ask('documents.issue', { petition, kind: 'transfer' })
  const { bytes } = await desk.ask('documents.take', { id, how: 'save' })
  return { id, template, number, bytes, text: await textOf(Buffer.from(bytes, 'base64')) }
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Hashes of every paper of the desk: as recorded, as kept, as shown on the screen, and as a copy of it leaves the desk. */
async function everyPaper(): Promise<ReadonlyMap<string, readonly string[]>> {
  await asClerk()
  const kept: unknown[] = desk.app.session
    .desk()
    .store.reader.raw.prepare('select id, sha256, bytes from document join document_content using (sha256)')
    .all()
  const rows = z
    .array(z.object({ id: z.string(), sha256: z.string(), bytes: z.instanceof(Buffer) }))
    .parse(kept)
  const hashes = new Map<string, readonly string[]>()
  for (const { id, sha256: recorded, bytes } of rows) {
    // Whatever leaves first is the original; from then on it is a copy.
    await desk.ask('documents.take', { id, how: 'save' })
    const copy = await desk.ask('documents.take', { id, how: 'save' })
    const { paper } = await desk.ask('documents.show', { id })
    const taken = sha256(Buffer.from(copy.bytes, 'base64'))
    hashes.set(id, [recorded, sha256(bytes), sha256(JSON.stringify(paper)), taken])
  }
  return hashes
}

const serialOf = (number: string) => Number(/〕(\d+)号/u.exec(number)?.[1])

const save = async (words: string, use = true) =>
  desk.ask('templates.save', {
    kind: 'transfer',
    file: { name: 'C:\\模板\\转办函.docx', bytes: await ownTemplate(words) },
    note: words,
    use,
  })

describe("an office's own template", () => {
  it('lays out what is issued from then on, version by version, and nothing before', async () => {
    const before = await issued()
    await asAdmin()
    expect(await save('示例学院编印')).toEqual({ version: 1 })
    const first = await issued()
    await asAdmin()
    expect(await save('示例学院二〇二六年编印')).toEqual({ version: 2 })
    const second = await issued()
    expect([before, first, second].map(({ template }) => template)).toEqual([
      null,
      '本单位模板第1版',
      '本单位模板第2版',
    ])
    expect(before.text).not.toContain('编印')
    expect(first.text).toContain('食堂晚间供餐时间过短')
    expect(first.text).toMatch(/示例学院编印$/u)
    expect(second.text).toMatch(/二〇二六年编印$/u)

    const again = await desk.ask('documents.take', { id: first.id, how: 'save' })
    expect(await textOf(Buffer.from(again.bytes, 'base64'))).toMatch(/副本.*示例学院编印$/u)
  })

  it('is seen in the preview: its words as they will be filled, and who lays them out', async () => {
    await asClerk()
    const preview = () => desk.ask('documents.preview', { petition, kind: 'transfer' })
    const { paper, template, drawn, problem } = await preview()
    expect({ template, drawn, problem }).toEqual({
      template: '本单位模板第2版',
      drawn: 'words',
      problem: null,
    })
    expect(JSON.stringify(paper)).toContain('食堂晚间供餐时间过短')
    expect(JSON.stringify(paper)).toContain('示例学院二〇二六年编印')
    const { template: none, drawn: whole } = await desk.ask('documents.preview', { petition, kind: 'accept' })
    expect([none, whole]).toEqual([null, 'whole'])
  })

  it('is kept by version with who, when and why, and comes back as it was uploaded', async () => {
    await asAdmin()
    const { versions, fields } = await desk.ask('templates.show', { kind: 'transfer' })
    expect(
      versions.map(({ version, name, note, savedBy, chosen }) => [version, name, note, savedBy, chosen]),
    ).toEqual([
      [2, '转办函.docx', '示例学院二〇二六年编印', '管理员甲', true],
      [1, '转办函.docx', '示例学院编印', '管理员甲', false],
    ])
    expect(fields.find(({ name }) => name === '发文字号')?.requiredWith).toEqual(['发文字号'])
    const back = await desk.ask('templates.export', { kind: 'transfer', version: 1 })
    expect(await textOf(Buffer.from(back.bytes, 'base64'))).toContain('示例学院编印')
    const { kinds } = await desk.ask('templates.list')
    expect(
      kinds.filter(({ chosen }) => chosen !== null).map(({ kind, versions: count }) => [kind, count]),
    ).toEqual([['transfer', 2]])
  })

  it('is refused with its findings, and leaves no version behind', async () => {
    await asAdmin()
    const file = { name: '错.docx', bytes: await ownTemplate('{标提}') }
    const { findings } = await desk.ask('templates.check', { kind: 'transfer', file })
    expect(findings).toMatchObject([{ problem: 'unknown', meant: '标题', near: '{标提}' }])
    const { message } = await desk.refusal('templates.save', { kind: 'transfer', file, note: '' })
    expect(message).toContain('没有“标提”这个占位符')
    expect((await desk.ask('templates.show', { kind: 'transfer' })).versions).toHaveLength(2)
  })

  it('is tried with invented facts, marked so', async () => {
    await asAdmin()
    for (const version of [1, null]) {
      const { fileName, bytes } = await desk.ask('templates.try', { kind: 'transfer', version })
      expect(fileName).toContain('样张')
      expect(await textOf(Buffer.from(bytes, 'base64'))).toMatch(/^.{0,10}样张/u)
    }
  })

  it('that cannot be filled refuses the issue, and no number is lost', async () => {
    const last = await issued()
    const { store } = desk.app.session.desk()
    await store.write((tx) => Promise.resolve(tx.raw.exec("update template_content set bytes = x'00'")))
    const { message } = await desk.refusal('documents.issue', { petition, kind: 'transfer' })
    // The preview says so before anybody tries.
    const seen = await desk.ask('documents.preview', { petition, kind: 'transfer' })
    expect(seen).toMatchObject({ problem: message, drawn: 'whole' })
    expect(message).toMatch(/转办函的本单位模板第2版（转办函.docx）不能填写：.*没有占用文号.*使用系统版式/u)
    await asAdmin()
    await desk.ask('templates.choose', { kind: 'transfer', version: null })
    const next = await issued()
    expect(serialOf(next.number)).toBe(serialOf(last.number) + 1)
  })

  it('that cannot be filled keeps no visit from being saved', async () => {
    await asAdmin()
    const { bytes } = await desk.ask('templates.export', { kind: 'receipt' })
    const file = { name: '来访回执.docx', bytes }
    await desk.ask('templates.save', { kind: 'receipt', file, note: '', use: true })
    const { store } = desk.app.session.desk()
    await store.write((tx) => Promise.resolve(tx.raw.exec("update template_content set bytes = x'00'")))
    const { documents } = await desk.ask('visits.register', { visit: aVisit() })
    expect(documents.map(({ kind, template }) => [kind, template])).toEqual([
      ['registration', null],
      ['receipt', null],
    ])
    const last = store.reader.raw.prepare('select body from journal order by seq desc limit 1').pluck().get()
    expect(String(last)).toContain('本单位模板第1版不能填写，改用系统版式')
  })

  it('is the same after everything was folded anew', async () => {
    await asAdmin()
    expect((await desk.ask('desk.verify', { job: 'j' })).problems).toEqual([])
  })

  it('changes not a byte of what was issued before, and no more do new settings and names', async () => {
    await asAdmin()
    await desk.ask('templates.choose', { kind: 'transfer', version: null })
    await issued()
    await asAdmin()
    await save('旧版')
    await issued()
    const before = await everyPaper()
    expect(before.size).toBeGreaterThan(8)

    await asAdmin()
    await save('新版')
    const { settings, units } = await desk.ask('catalogue.read')
    await desk.ask('settings.save', {
      issuingOrgan: '示例大学办公室',
      noticeKind: settings.noticeKind === '函' ? '通知' : '函',
      receptionPlace: '新楼101室',
      contact: { person: '新老师', phone: '88886666', place: '新楼102室' },
      series: { ...settings.series, transfer: '示大信转' },
    })
    const led = units.find(({ code }) => code === 'HQC')
    if (led === undefined) throw new Error('no such unit')
    await desk.ask('catalogue.save', { list: 'units', item: { ...led, name: '后勤服务集团' } })

    const next = await issued()
    for (const word of ['示例大学办公室', '示大信转', '后勤服务集团', '新版'])
      expect(next.text).toContain(word)
    const after = await everyPaper()
    expect(new Map([...after].filter(([id]) => before.has(id)))).toEqual(before)
  })

  it('belongs to the administrator', async () => {
    await asClerk()
    expect((await desk.refusal('templates.list', undefined)).code).toBe('notAllowed')
  })
})
