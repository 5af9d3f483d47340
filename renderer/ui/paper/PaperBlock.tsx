import { CLOSING, CODE, FORM, GRID, mmOfPoints } from '../../../shared/documents/gbt9704.ts'
import type {
  Attachments,
  Block,
  Caption,
  Heading,
  PaperFormat,
  Remarks,
  Signature,
  TearOff,
} from '../../../shared/documents/paper.ts'
import { signaturePlaces } from '../../../shared/documents/places.ts'
import { AnnexBlock, AttendanceBlock, CopiesLine, ImprintLines, ImprintRoom } from './PaperClosing.tsx'
import { inFace, PaperLine } from './PaperLine.tsx'
import { PaperTable } from './PaperTable.tsx'
import classes from './paper.module.css'
import { QrCode } from './QrCode.tsx'

type Props = {
  readonly block: Block
  readonly format: PaperFormat
  /** What the QR code of a tear-off slip says. */
  readonly code: string | null
  /** 版记 stands at the foot of the last page; here only room is kept for it. */
  readonly atFoot: boolean
}

/** One block as it flows down the type area. What has its place on the paper is drawn by the page, not here. */
export function PaperBlock({ block, format, code, atFoot }: Props) {
  switch (block.kind) {
    case 'letterhead':
    case 'documentNumber':
    case 'mark':
    case 'signatory':
    case 'issuer':
      return null
    case 'title':
      return (
        <h2 className={classes[format === 'form' ? 'formTitle' : 'title']}>
          {block.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </h2>
      )
    case 'addressee':
      return <p className={classes['addressee']}>{block.text}</p>
    case 'paragraph':
      return (
        <p className={classes['paragraph']}>
          <PaperLine line={block.line} />
        </p>
      )
    case 'heading':
      return <HeadingBlock block={block} />
    case 'attachments':
      return <AttachmentsBlock block={block} />
    case 'signature':
      return <SignatureBlock block={block} format={format} />
    case 'note':
      return <p className={classes['note']}>（{block.text}）</p>
    case 'attendance':
      return <AttendanceBlock block={block} />
    case 'copiesTo':
      return atFoot ? <ImprintRoom block={block} /> : <CopiesLine units={block.units} />
    case 'imprint':
      return atFoot ? <ImprintRoom block={block} /> : <ImprintLines block={block} />
    case 'annex':
      return <AnnexBlock block={block} />
    case 'caption':
      return <CaptionBlock block={block} />
    case 'remarks':
      return <RemarksBlock block={block} />
    case 'table':
      return <PaperTable table={block} />
    case 'tearOff':
      return <TearOffBlock block={block} code={code} />
  }
  return neverDrawn(block)
}

/** The compiler refuses this call as soon as a kind of block has no case above. */
function neverDrawn(block: never): never {
  throw new Error(`no drawing for ${JSON.stringify(block)}`)
}

/** 7.3.3: 黑体, 楷体, then the body's own face. */
const HEADING_FACES = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' } as const

function HeadingBlock({ block }: { readonly block: Heading }) {
  return (
    <p className={classes['heading']} style={inFace(HEADING_FACES[block.level])}>
      {block.text}
    </p>
  )
}

function AttachmentsBlock({ block }: { readonly block: Attachments }) {
  return (
    <div className={classes['attachments']}>
      {block.names.map((name, index) => (
        <div key={name} className={classes['attachment']}>
          <span className={classes['attachmentLabel']}>{index === 0 ? '附件：' : '　　　'}</span>
          <span className={classes['attachmentLabel']}>{block.names.length > 1 ? `${index + 1}.` : ''}</span>
          <span>{name}</span>
        </div>
      ))}
    </div>
  )
}

function SignatureBlock({ block, format }: { readonly block: Signature; readonly format: PaperFormat }) {
  const gap = block.sealed ? CLOSING.sealedGapLines : CLOSING.plainGapLines
  const lineCells = format === 'form' ? FORM.textWidth / mmOfPoints(FORM.textSize) : GRID.characters
  const places = signaturePlaces(block, lineCells)
  const inset = (characters: number) => ({ paddingRight: `calc(var(--character) * ${characters})` })
  return (
    <div className={classes['signature']} style={{ paddingTop: `calc(var(--line) * ${gap})` }}>
      <div style={inset(places.organ)}>{block.organ}</div>
      <div style={inset(places.date)}>{block.date}</div>
    </div>
  )
}

function CaptionBlock({ block }: { readonly block: Caption }) {
  return (
    <div className={classes['caption']}>
      <span>{block.left}</span>
      <span>{block.right}</span>
    </div>
  )
}

function RemarksBlock({ block }: { readonly block: Remarks }) {
  return (
    <ol className={classes['remarks']}>
      {block.items.map((item, index) => (
        <li key={item}>{block.items.length > 1 ? `${index + 1}．${item}` : item}</li>
      ))}
    </ol>
  )
}

function TearOffBlock({ block, code }: { readonly block: TearOff; readonly code: string | null }) {
  return (
    <section className={classes['tearOff']} aria-label={block.title}>
      <div className={classes['cut']}>{block.hint}</div>
      <h3 className={classes['slipTitle']}>{block.title}</h3>
      {block.lines.map((line, index) => (
        <p key={index} className={classes['slipLine']}>
          <PaperLine line={line} />
        </p>
      ))}
      <div className={classes['slipBody']}>
        <div className={classes['fields']}>
          {block.fields.map((field) => (
            <div key={field.label} className={classes['field']}>
              <span className={classes['fieldLabel']}>{field.label}：</span>
              <span className={classes['fieldRoom']}>{field.hint}</span>
            </div>
          ))}
        </div>
        {code !== null && <QrCode text={code} size={CODE.slipSize} />}
      </div>
    </section>
  )
}
