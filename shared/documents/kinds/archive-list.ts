import type { Day } from '../../domain/day.ts'
import { centred, headRow, value } from '../form-parts.ts'
import type { Paper, Row } from '../paper.ts'
import { chineseDate } from '../wording.ts'

/** 归档文件目录 of one year and one 保管期限, as DA/T 22-2015 lists a volume. Not about one petition. */
export type ArchiveListData = {
  readonly organ: string
  /** 全宗号 */
  readonly fonds: string
  readonly year: number
  readonly retention: string
  readonly items: readonly ArchivedItem[]
  readonly issuedOn: Day
  readonly preparedBy: string
}

export type ArchivedItem = {
  /** 档号 */
  readonly archiveNumber: string
  /** 文号 of its notice, or the petition's own number. */
  readonly documentNumber: string
  /** 责任者 */
  readonly author: string
  /** 题名, without the petitioner's name. */
  readonly title: string
  readonly on: Day
  /** 密级; empty when none. */
  readonly secrecy: string
  readonly pages: number | null
  readonly remark: string
}

export function archiveList(data: ArchiveListData): Paper {
  const pages = data.items.reduce((sum, item) => sum + (item.pages ?? 0), 0)
  const counted = pages === 0 ? '' : `，合计${pages}页`
  return {
    format: 'form',
    name: `归档文件目录（${data.year}年，${data.retention}）`,
    code: null,
    blocks: [
      { kind: 'title', lines: ['归档文件目录'] },
      {
        kind: 'caption',
        left: `全宗号：${data.fonds}　年度：${data.year}　保管期限：${data.retention}`,
        right: data.organ,
      },
      {
        kind: 'table',
        dense: true,
        columns: [8, 30, 28, 26, 25, 18, 8, 8, 11],
        rows: [
          headRow('序号', '档　号', '文　号', '责任者', '题　名', '日　期', '密级', '页数', '备注'),
          ...data.items.map(itemRow),
        ],
      },
      {
        kind: 'remarks',
        items: [
          `本目录共${data.items.length}件${counted}，依照《信息沟通实施办法》二（五）整理归档，以备查阅；编目格式依照DA/T 22—2015《归档文件整理规则》。`,
        ],
      },
      {
        kind: 'caption',
        left: `编制人：${data.preparedBy}`,
        right: `编制日期：${chineseDate(data.issuedOn)}`,
      },
    ],
  }
}

function itemRow(item: ArchivedItem, at: number): Row {
  return {
    cells: [
      centred(String(at + 1)),
      centred(item.archiveNumber),
      centred(item.documentNumber),
      centred(item.author),
      value(item.title),
      centred(item.on.replaceAll('-', '')),
      centred(item.secrecy),
      centred(item.pages === null ? '' : String(item.pages)),
      value(item.remark),
    ],
  }
}
