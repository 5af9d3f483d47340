import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zip, zipEntry } from '../../../../electron/core/documents/zip.ts'
import { checkTemplate } from '../../../../electron/core/templates/check-template.ts'
import { openTemplate } from '../../../../electron/core/templates/open-template.ts'
import { CREATED_AT } from '../documents/papers.ts'
import { partsIn, starter } from './fill.ts'

const WHOLE = starter('transfer')
const RELS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The starting template with parts put in, changed or left out. */
function changed(
  changes: Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>,
): Uint8Array {
  const parts = Object.fromEntries(partsIn(WHOLE))
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete parts[name]
    else if (typeof change === 'function')
      parts[name] = strToU8(change(Buffer.from(parts[name] ?? []).toString()))
    else parts[name] = typeof change === 'string' ? strToU8(change) : change
  }
  return zipSync(parts)
}

function related(type: string, target: string, mode = ''): Uint8Array {
  return changed({
    [RELS]: (text) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="rIdX" Type="${OFFICE}/${type}" Target="${target}"${mode}/></Relationships>`,
      ),
  })
}

function refusal(bytes: Uint8Array): string {
  try {
    openTemplate(bytes)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

const EXTERNAL = ' TargetMode="External"'

/** The starting template with something more at its end. */
function ending(xml: string): Uint8Array {
  return changed({ 'word/document.xml': (text) => text.replace('<w:sectPr', `${xml}<w:sectPr`) })
}

/** A field as Word writes it, its code in pieces. */
function field(...pieces: readonly string[]): string {
  const code = pieces.map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`)
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}${code.join('')}${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`
}
const inLine = (xml: string) => ending(`<w:p>${xml}</w:p>`)
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** A hundred megabytes of nothing. */
const HUGE = new Uint8Array(100 * 1024 * 1024)

/** One byte more than a part says it has is enough. */
function lyingZip(): Uint8Array {
  const [types, ...others] = [...partsIn(WHOLE)].map(([name, bytes]) => zipEntry(name, bytes))
  const big = zipEntry('word/media/a.png', new Uint8Array(30 * 1024 * 1024))
  for (const record of [big.central, big.local]) record.writeUInt32LE(10, record === big.local ? 22 : 24)
  return zip([...(types === undefined ? [] : [types]), ...others, big])
}

describe('a file that is no template', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), '空的'],
    ['an old .doc', Buffer.concat([OLE, Buffer.alloc(2000)]), '旧版 Word 97—2003'],
    [
      'encrypted',
      Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      '设有打开密码',
    ],
    ['RTF', strToU8('{\\rtf1 转办函}'), 'RTF'],
    ['PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['a web page', strToU8('<html></html>'), '网页'],
    ['noise', strToU8('随便写的'), '不是 Word 文档'],
    ['a broken zip', WHOLE.subarray(0, 900), '不是 Word 文档'],
    ['some zip', zipSync({ 'a.txt': strToU8('a') }), '压缩文件'],
    [
      'an OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'OpenDocument',
    ],
    ['too large', new Uint8Array(6 * 1024 * 1024), '超过 5 MB'],
    [
      'a zip bomb',
      zipSync({ ...Object.fromEntries(partsIn(WHOLE)), 'word/media/a.png': HUGE }),
      '大得不正常',
    ],
    ['a zip that lies about sizes', lyingZip(), ''],
    [
      'many parts',
      zipSync(
        Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')])),
      ),
      '大得不正常',
    ],
    ['a way out', changed({ 'word/../../evil.xml': '<a/>' }), '内部的名称不正常'],
    ['a drive', changed({ 'C:\\evil.xml': '<a/>' }), '内部的名称不正常'],
    ['a long name', changed({ [`word/${'a'.repeat(300)}.xml`]: '<a/>' }), '内部的名称不正常'],
    ['two of a name', changed({ 'WORD/DOCUMENT.XML': '<a/>' }), '内部的名称不正常'],
    ['macros', changed({ 'word/vbaProject.bin': OLE }), '带有宏'],
    [
      'a macro type',
      changed({ [TYPES]: (text) => text.replace('document.main+xml', 'document.macroEnabled.main+xml') }),
      '带有宏',
    ],
    [
      'a .dotx',
      changed({ [TYPES]: (text) => text.replace('document.main+xml', 'template.main+xml') }),
      '.dotx',
    ],
    [
      'a workbook',
      changed({ [TYPES]: (text) => text.replace('wordprocessingml.document', 'spreadsheetml.sheet') }),
      'Excel',
    ],
    ['no document', changed({ 'word/document.xml': null }), '没有 Word 正文'],
    ['another template', related('attachedTemplate', 'file:///C:/a.dotm', EXTERNAL), '另一个 Word 模板'],
    ['a linked picture', related('image', 'http://x.cn/a.png', EXTERNAL), '链接的图片'],
    ['a linked object', related('oleObject', 'file:///a.xlsx', EXTERNAL), '链接着别的文件'],
    ['a file link', related('hyperlink', 'file:///C:/a.exe', EXTERNAL), '超链接'],
    ['an embedded object', related('oleObject', 'embeddings/a.bin'), '嵌有对象'],
    ['a control', related('control', 'activeX/activeX1.xml'), '嵌有对象'],
    ['another document', related('aFChunk', 'chunk.html'), '嵌有另一份文档'],
    ['an embedded workbook', changed({ 'word/embeddings/a.xlsx': OLE }), '嵌有对象'],
    [
      'a link with a mode of its own',
      related('image', 'http://x.cn/a.png', ' TargetMode="external"'),
      '链接的图片',
    ],
    ['an address without a mode', related('image', 'http://x.cn/a.png'), '内部的链接不正常'],
    [
      'links in a part named in capitals',
      changed({
        'word/_rels/settings.xml.RELS': `<Relationships><Relationship Id="a" Type="${OFFICE}/attachedTemplate" Target="http://x.cn/a.dotm"${EXTERNAL}/></Relationships>`,
      }),
      '另一个 Word 模板',
    ],
    ['a file that is fetched', inLine(field('INCLUDE', 'TEXT "C:\\a.docx"')), 'INCLUDETEXT'],
    ['a program that is started', inLine(field(' ddeauto c:\\cmd.exe "/k calc"')), 'DDEAUTO'],
    [
      'one within another',
      inLine(field('IF 1 = 1 ', field('INCLUDEPICTURE "http://x.cn/a.png"'))),
      'INCLUDEPICTURE',
    ],
    [
      'the day it is printed',
      inLine('<w:fldSimple w:instr=" DATE \\@ &quot;yyyy年M月d日&quot; "/>'),
      '“DATE”',
    ],
    ['a field that leads into the network', inLine(field('HYPERLINK "\\\\x\\a"')), 'HYPERLINK'],
    [
      'a picture fetched by an old drawing',
      inLine(
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://x.cn/a.png"/></v:shape></w:pict></w:r>',
      ),
      '链接的图片',
    ],
    [
      'a mail merge',
      changed({
        'word/settings.xml': (text) =>
          text.replace(
            '</w:settings>',
            '<w:mailMerge><w:connectString w:val="x"/></w:mailMerge></w:settings>',
          ),
      }),
      '邮件合并',
    ],
    [
      'a document type',
      changed({ 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'DOCTYPE',
    ],
    ['another encoding', changed({ 'word/styles.xml': Buffer.from('\ufeff<a/>', 'utf16le') }), 'UTF-8'],
    ['damage', changed({ 'word/document.xml': (text) => text.slice(0, -20) }), '已经损坏'],
    [
      'a deep one',
      changed({ 'word/styles.xml': `${'<a>'.repeat(500)}${'</a>'.repeat(500)}` }),
      '嵌套得不正常',
    ],
  ])('is refused with the reason: %s', (_, bytes, words) => {
    const message = refusal(bytes)
    expect(message).not.toBe('')
    expect(message).toContain(words)
    expect(message).toMatch(/。$/u)
  })

  it('is told from one that is whole, links to web pages among it', () => {
    expect(refusal(WHOLE)).toBe('')
    expect(refusal(related('hyperlink', 'https://www.example.edu.cn', EXTERNAL))).toBe('')
    for (const code of ['PAGE \\* MERGEFORMAT', ' NUMPAGES ', 'HYPERLINK "https://www.example.edu.cn"'])
      expect(refusal(inLine(field(code)))).toBe('')
  })
})

const INTO = '<w:p><w:r><w:t>'
const END = '</w:t></w:r></w:p>'

describe('the check', () => {
  const check = async (change: (text: string) => string) =>
    (await checkTemplate('transfer', changed({ 'word/document.xml': change }), CREATED_AT)).findings

  it('finds nothing in the starting template', async () => {
    expect((await checkTemplate('transfer', WHOLE, CREATED_AT)).findings).toEqual([])
  })

  it('names the place: a paragraph, a cell, a text box', async () => {
    const cell = `<w:tbl><w:tr><w:tc>${INTO}{承办单未}${END}</w:tc></w:tr></w:tbl>`
    const box = `<w:p><w:r><w:txbxContent>${INTO}{文本匡}${END}</w:txbxContent></w:r></w:p>`
    const findings = await check((text) =>
      text.replace('<w:sectPr', `${INTO}前{主送机${END}${cell}${box}<w:sectPr`),
    )
    expect(findings.map(({ place, says, meant }) => [place.replace(/\d+/u, 'N'), says, meant])).toEqual([
      ['正文第N段', '花括号“{”没有对应的“}”', null],
      ['正文第N个表格第1行第1格', '没有“承办单未”这个占位符', '承办单位'],
      ['正文第N个文本框第1段', '没有“文本匡”这个占位符', null],
    ])
    expect(findings[0]?.near).toContain('前{主送机')
  })

  it('sees a placeholder that Word has cut into pieces as one', async () => {
    const pieces = ['{', '标', '题}'].map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')
    expect(await check((text) => text.replace('<w:sectPr', `<w:p>${pieces}</w:p><w:sectPr`))).toEqual([])
  })

  it('asks for remarks and revisions to be cleared away', async () => {
    const left = `<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>改</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>`
    const findings = await check((text) => text.replace('<w:sectPr', `${left}<w:sectPr`))
    expect(findings.map(({ problem }) => problem)).toEqual(['remnant', 'remnant'])
  })
})
