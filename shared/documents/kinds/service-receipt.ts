import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { choices, label, long, row, signBox, value } from '../form-parts.ts'
import type { Paper } from '../paper.ts'
import { dear, type LetterMatter } from '../petition-letter.ts'
import { chineseDate } from '../wording.ts'

/** 送达回证: who got which paper, how and when, or that it was refused before a witness. */
export type ServiceReceiptData = LetterMatter & {
  readonly petitionNumber: string
  readonly documentId: string
  readonly organ: string
  /** The paper that is served. */
  readonly served: { readonly name: string; readonly number: string; readonly issuedOn: Day }
  readonly address: string
}

const WIDE = 3
const WAYS = ['直接送达', '留置送达', '邮寄送达', '电子送达', '转交送达'] as const

export function serviceReceipt(data: ServiceReceiptData): Paper {
  const { served } = data
  return {
    format: 'form',
    name: `送达回证（${served.name}，${data.petitionNumber}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: ['送达回证'] },
      { kind: 'caption', left: `信访编号：${data.petitionNumber}`, right: '' },
      {
        kind: 'table',
        columns: [32, 50, 30, 50],
        rows: [
          row(
            label('送达文书'),
            value(`${served.name}${served.number === '' ? '' : `　${served.number}`}`, WIDE),
          ),
          row(label('受送达人'), value(dear(data)), label('文书日期'), value(chineseDate(served.issuedOn))),
          row(label('送达单位'), value(data.organ, WIDE)),
          row(label('送达地点'), value(data.address, WIDE)),
          row(label('送达方式'), value(choices(WAYS, null), WIDE)),
          signBox('受送达人签收', '', WIDE, 24, '签名或者盖章'),
          row(label('代收人及关系'), value(''), label('代收时间'), value('　年　月　日　时')),
          long(['拒收事由', '和 日 期'], '', WIDE, 18),
          row(label('见证人签名'), value(''), label('送达人签名'), value('')),
          long('备　　注', '', WIDE, 14),
        ],
      },
      {
        kind: 'remarks',
        items: [
          '受送达人在本回证上签收的日期为送达日期，请求复查等期限自该日起计算（《信访工作条例》第三十五条）。',
          '拒绝签收的，送达人应当请见证人到场，在本回证上写明拒收事由和日期，由送达人、见证人签名；邮寄的，在备注栏写明邮件号码，回执附后。',
        ],
      },
    ],
  }
}
