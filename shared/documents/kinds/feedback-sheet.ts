import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { choices, label, long, row, signBox, value } from '../form-parts.ts'
import type { Paper, Row } from '../paper.ts'
import {
  dueDayWords,
  hiding,
  type LetterLimit,
  type LetterMatter,
  whoBroughtWhat,
} from '../petition-letter.ts'
import { chineseDate } from '../wording.ts'

/** 办理情况反馈表: blank for the unit to fill in, or filled from what it told the office. */
export type FeedbackSheetData = LetterMatter & {
  readonly petitionNumber: string
  readonly documentId: string
  readonly organ: string
  readonly leadUnit: string
  /** 转办（交办）文号 */
  readonly noticeNumber: string
  readonly givenOn: Day | null
  readonly limit: LetterLimit | null
  /** Null leaves the unit's part blank. */
  readonly reply: FeedbackReply | null
  /** 承办单位联系电话 */
  readonly phone: string
  /** 答复反映人, once it is known. */
  readonly answered: {
    readonly on: Day
    readonly medium: string
    readonly by: string
    readonly text: string
  } | null
  /** 满意, 基本满意, 不满意 */
  readonly rating: string | null
}

export type FeedbackReply = {
  readonly on: Day
  readonly handler: string
  readonly findings: string
  readonly opinion: string
  readonly basis: string
  /** 是, 部分, 否; null when not known. */
  readonly settled: string | null
}

const WIDE = 3
/** How the petitioner was told, to be ticked. */
const TOLD = ['当面', '电话', '书面', '网络'] as const
const SETTLED = ['是', '部分', '否'] as const
const RATED = ['满意', '基本满意', '不满意'] as const

export function feedbackSheet(data: FeedbackSheetData): Paper {
  return {
    format: 'form',
    name: `办理情况反馈表（${data.petitionNumber}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: ['信访事项办理情况反馈表'] },
      { kind: 'caption', left: `信访编号：${data.petitionNumber}`, right: `文号：${data.noticeNumber}` },
      {
        kind: 'table',
        columns: [26, 44, 24, 68],
        rows: [...matterRows(data), ...foundRows(data), ...toldRows(data), ...signRows(data)],
      },
      {
        kind: 'remarks',
        items: [
          `请在办理期限内填写，附有关材料，报${data.organ}；未办结的，写明原因和下一步计划〔《信息沟通实施办法》二（四）〕。`,
          '处理意见应当写明事实、理由和所依据的法律法规、政策（《信访工作条例》第三十二条）。',
          '不得将反映材料及情况透露或者转给被反映的人员和单位（《信访工作条例》第三十条、第四十六条）。',
        ],
      },
    ],
  }
}

function matterRows(data: FeedbackSheetData): readonly Row[] {
  return [
    row(
      label('承办单位'),
      value(data.leadUnit),
      label('收到日期'),
      value(data.givenOn === null ? '' : chineseDate(data.givenOn)),
    ),
    row(label('反映事项'), value(`${whoBroughtWhat(data)}有关问题`, WIDE)),
    row(
      label('办理期限'),
      value(data.limit === null ? '' : dueDayWords(data.limit)),
      label('反馈日期'),
      value(data.reply === null ? '' : chineseDate(data.reply.on)),
    ),
    row(label('经 办 人'), value(data.reply?.handler ?? ''), label('联系电话'), value(data.phone)),
  ]
}

function foundRows(data: FeedbackSheetData): readonly Row[] {
  const hide = hiding(data)
  const { reply } = data
  return [
    long('调查核实', hide(reply?.findings ?? ''), WIDE, 28),
    long('处理意见', hide(reply?.opinion ?? ''), WIDE, 24),
    long('依　　据', hide(reply?.basis ?? ''), WIDE, 12),
    long(['未办结原因', '及下步计划'], '', WIDE, 16),
  ]
}

function toldRows(data: FeedbackSheetData): readonly Row[] {
  const { answered, reply, rating } = data
  return [
    row(
      label('答复时间'),
      value(answered === null ? '' : chineseDate(answered.on)),
      label('答复方式'),
      value(choices(TOLD, answered?.medium ?? null)),
    ),
    row(label('答 复 人'), value(answered?.by ?? ''), label('满 意 度'), value(choices(RATED, rating))),
    long('答复内容', hiding(data)(answered?.text ?? ''), WIDE, 16),
    row(
      label('证明材料'),
      value('共　　件（附后）'),
      label('是否息诉'),
      value(choices(SETTLED, reply?.settled ?? null)),
    ),
  ]
}

function signRows({ organ }: FeedbackSheetData): readonly Row[] {
  return [
    signBox('单位审核', '', WIDE, 18, '承办单位负责人（盖章）'),
    signBox('办公室审核', '□同意办结　□退回补充', WIDE, 18, organ),
  ]
}
