import { useLayoutEffect, useRef, useState } from 'react'
import { CODE, FORM, PAGE, STAMP } from '../../../shared/documents/gbt9704.ts'
import type {
  Block,
  CopiesTo,
  DocumentNumber,
  Imprint,
  Letterhead,
  Mark,
  Paper,
} from '../../../shared/documents/paper.ts'
import { organSetting, standsAtFoot } from '../../../shared/documents/places.ts'
import { DocumentHeadView } from './DocumentHead.tsx'
import { PaperBlock } from './PaperBlock.tsx'
import { ImprintView } from './PaperClosing.tsx'
import classes from './paper.module.css'
import {
  documentHead,
  isHeadItem,
  letterHead,
  mm,
  organPlace,
  PAGE_GAP,
  pagesOf,
  paperVariables,
  pt,
  textArea,
} from './paper-measures.ts'
import { QrCode } from './QrCode.tsx'

/**
 * A paper drawn as A4 pages. The text is laid out once per page as columns of the type area's size, each page
 * showing its own column, so that the browser breaks pages as it breaks columns.
 */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const flow = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState(1)

  useLayoutEffect(() => {
    const element = flow.current
    if (element === null || paper.blocks.length === 0) return
    setPages(pagesOf(element.scrollWidth / element.clientWidth, textArea(paper.format).width))
  }, [paper.blocks, paper.format])

  return (
    <div className={classes['stack']} style={paperVariables(paper.format)}>
      {Array.from({ length: pages }, (_, index) => (
        <PaperPage
          key={index}
          paper={paper}
          index={index}
          pages={pages}
          flowRef={index === 0 ? flow : null}
        />
      ))}
    </div>
  )
}

type PageProps = {
  readonly paper: Paper
  readonly index: number
  readonly pages: number
  readonly flowRef: React.RefObject<HTMLDivElement | null> | null
}

function PaperPage({ paper, index, pages, flowRef }: PageProps) {
  const area = textArea(paper.format)
  const flowing = paper.blocks.filter((block) => !isHeadItem(block))
  const head = headOf(paper.blocks)
  const imprint = imprintOf(paper.blocks)
  return (
    <section
      className={classes['page']}
      aria-label={`${paper.name}，第 ${index + 1} 页，共 ${pages} 页`}
      // The first page holds the whole text, only clipped: read aloud it would otherwise come once per page.
      aria-hidden={index > 0}
    >
      {paper.format === 'letter' && index === 0 && <LetterHeadView {...head} />}
      {(paper.format === 'document' || paper.format === 'minutes') && index === 0 && (
        <DocumentHeadView blocks={paper.blocks} />
      )}
      {paper.format === 'form' && index === 0 && (
        <div className={classes['formMarks']}>
          <Marks marks={head.marks} />
        </div>
      )}
      <div className={classes['window']}>
        <div
          ref={flowRef}
          className={classes['flow']}
          style={{ transform: `translateX(${mm(-index * (area.width + PAGE_GAP))})` }}
        >
          {paper.format !== 'form' && <div style={{ height: mm(reservedHead(paper, head)) }} />}
          {flowing.map((block, at) => (
            <PaperBlock
              key={at}
              block={block}
              format={paper.format}
              code={paper.code}
              atFoot={block === imprint}
            />
          ))}
        </div>
      </div>
      {index === pages - 1 && imprint !== undefined && <ImprintView block={imprint} />}
      {index === 0 && paper.stamp !== undefined && (
        <div className={classes['stamp']} style={STAMP_PLACE}>
          {paper.stamp}
        </div>
      )}
      {index === 0 && paper.code !== null && <CodeOf paper={paper} code={paper.code} />}
      <PageNumber paper={paper} index={index} pages={pages} />
    </section>
  )
}

const STAMP_PLACE = { top: mm(STAMP.top), left: mm(FORM.left), fontSize: pt(STAMP.size) }

type Head = {
  readonly organ: Letterhead | undefined
  readonly number: DocumentNumber | undefined
  readonly marks: readonly Mark[]
}

function headOf(blocks: readonly Block[]): Head {
  return {
    organ: blocks.find((block) => block.kind === 'letterhead'),
    number: blocks.find((block) => block.kind === 'documentNumber'),
    marks: blocks.filter((block) => block.kind === 'mark'),
  }
}

function reservedHead({ format, blocks }: Paper, { organ, marks }: Head): number {
  return format === 'letter'
    ? letterHead(organ?.organ ?? '', marks.length).reserved
    : documentHead(blocks).reserved
}

/** 版记 at the foot of the last page; above a slip, which is cut off, it stays in the text. */
function imprintOf(blocks: readonly Block[]): Imprint | CopiesTo | undefined {
  return blocks.find(
    (block, at): block is Imprint | CopiesTo =>
      (block.kind === 'imprint' || (block.kind === 'copiesTo' && blocks[at + 1]?.kind !== 'tearOff')) &&
      standsAtFoot(block),
  )
}

function LetterHeadView({ organ, number, marks }: Head) {
  const name = organ?.organ ?? ''
  const place = letterHead(name, marks.length)
  const { lines, size } = organSetting(name)
  return (
    <>
      <div className={classes['organ']} style={organPlace(place.organTop, size)}>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <div className={`${classes['doubleRule']} ${classes['headRule']}`} style={{ top: mm(place.ruleTop) }} />
      <div className={classes['headItems']} style={{ top: mm(place.itemTop) }}>
        <div>
          <Marks marks={marks} />
        </div>
        <div>{number?.text}</div>
      </div>
      <div className={`${classes['doubleRule']} ${classes['footRule']}`} />
    </>
  )
}

function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark) => (
    <div key={mark.of} className={classes['mark']}>
      {mark.text}
    </div>
  ))
}

function CodeOf({ paper, code }: { readonly paper: Paper; readonly code: string }) {
  const { left, width } = textArea(paper.format)
  const form = paper.format === 'form'
  const size = form ? CODE.formSize : CODE.letterSize
  const top = form ? FORM.cornerTop : PAGE.height - PAGE.bottom + CODE.letterGap
  // Where the page number of a document's first page stands, no code can.
  const right = form || paper.format === 'letter' ? left + width - size : left
  return <QrCode text={code} size={size} place={{ top: mm(top), left: mm(right) }} />
}

/** A letter's first page carries no number (10.1); odd pages have it right, even ones left (7.5). */
function PageNumber({ paper, index, pages }: Omit<PageProps, 'flowRef'>) {
  const page = index + 1
  if (paper.format === 'form') {
    if (pages === 1) return null
    return (
      <div className={`${classes['pageNumber']} ${classes['formNumber']}`}>
        第 {page} 页　共 {pages} 页
      </div>
    )
  }
  if (index === 0 && paper.format === 'letter') return null
  const side = page % 2 === 1 ? classes['oddNumber'] : classes['evenNumber']
  return <div className={`${classes['pageNumber']} ${side}`}>— {page} —</div>
}
