import { HEAD } from '../../../shared/documents/gbt9704.ts'
import type { Block, Signatory } from '../../../shared/documents/paper.ts'
import { organSetting } from '../../../shared/documents/places.ts'
import classes from './paper.module.css'
import { documentHead, mm, organPlace } from './paper-measures.ts'

/** The head of a document's or of minutes' first page (7.2, 10.3). */
export function DocumentHeadView({ blocks }: { readonly blocks: readonly Block[] }) {
  const place = documentHead(blocks)
  const number = blocks.find((block) => block.kind === 'documentNumber')
  const signatory = blocks.find((block) => block.kind === 'signatory')
  const issuer = blocks.find((block) => block.kind === 'issuer')
  const { lines, size } = organSetting(blocks.find((block) => block.kind === 'letterhead')?.organ ?? '')
  return (
    <div className={classes['documentHead']}>
      {place.marks.map((mark, index) => (
        <div key={index} className={classes['headMark']}>
          {mark}
        </div>
      ))}
      <div
        className={`${classes['headLine']} ${classes['documentOrgan']}`}
        style={organPlace(place.organTop, size)}
      >
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <div className={classes['headLine']} style={{ top: mm(place.numberTop) }}>
        {signatory === undefined ? (
          <div className={classes['documentNumber']}>{number?.text}</div>
        ) : (
          <div className={classes['bothSides']}>
            <span>{number?.text}</span>
            <SignatoryName signatory={signatory} />
          </div>
        )}
      </div>
      {issuer !== undefined && (
        <div
          className={`${classes['headLine']} ${classes['bothSides']}`}
          style={{ top: mm(place.issuerTop) }}
        >
          <span>{issuer.organ}</span>
          <span>{issuer.date}</span>
        </div>
      )}
      <div className={`${classes['headLine']} ${classes['redRule']}`} style={{ top: mm(place.ruleTop) }} />
    </div>
  )
}

function SignatoryName({ signatory }: { readonly signatory: Signatory }) {
  return (
    <span>
      签发人：
      {signatory.name === '' ? (
        <span
          className={classes['blank']}
          style={{ width: `${HEAD.signatoryBlank}em` }}
          aria-label="空白"
          role="img"
        />
      ) : (
        <span className={classes['signatory']}>{signatory.name}</span>
      )}
    </span>
  )
}
