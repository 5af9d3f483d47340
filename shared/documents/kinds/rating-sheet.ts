import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { choices, label, long, row, value } from '../form-parts.ts'
import type { Paper } from '../paper.ts'
import { chineseDate } from '../wording.ts'

/** 满意度评价表: the petitioner rates the office and the unit apart. Names nobody but by number. */
export type RatingSheetData = {
  readonly petitionNumber: string
  readonly documentId: string
  readonly organ: string
  readonly title: string
  readonly leadUnit: string
  readonly answeredOn: Day
  /** 首次答复, 重办答复, 督办答复: what is rated. */
  readonly round: string
  /** As recorded; null leaves the boxes to be ticked. */
  readonly rating: {
    readonly on: Day
    readonly unit: string
    readonly office: string | null
    readonly how: string
    /** 回访人: who asked and wrote it down. */
    readonly by: string
    readonly reason: string
  } | null
}

const SCORES = ['满意', '基本满意', '不满意'] as const
const TAGS = ['办理及时', '态度热情', '结果满意', '流程清晰', '答复专业'] as const
const HOW = ['现场评价', '电话回访', '事后反馈'] as const
const WIDE = 3

export function ratingSheet(data: RatingSheetData): Paper {
  const { rating } = data
  return {
    format: 'form',
    name: `满意度评价表（${data.petitionNumber}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: ['信访事项办理满意度评价表'] },
      { kind: 'caption', left: `信访编号：${data.petitionNumber}`, right: data.organ },
      {
        kind: 'table',
        columns: [34, 40, 26, 62],
        rows: [
          row(label('反映事项'), value(data.title, WIDE)),
          row(
            label('承办单位'),
            value(data.leadUnit === '' ? data.organ : data.leadUnit),
            label('答复日期'),
            value(`${chineseDate(data.answeredOn)}（${data.round}）`),
          ),
          row(label('对承办单位'), value(choices(SCORES, rating?.unit ?? null), WIDE)),
          row(label('对接待工作'), value(choices(SCORES, rating?.office ?? null), WIDE)),
          row(label('满意的方面'), value(choices(TAGS, null), WIDE)),
          long('不满意的原因', rating?.reason ?? '', WIDE, 24),
          long('意见和建议', '', WIDE, 24),
          row(label('评价方式'), value(choices(HOW, rating?.how ?? null), WIDE)),
          row(
            label('回 访 人'),
            value(rating?.by ?? ''),
            label('回访时间'),
            value(rating === null ? '' : chineseDate(rating.on)),
          ),
          {
            height: 12,
            cells: [
              label('评 价 人'),
              {
                role: 'value',
                span: WIDE,
                lines: [['签名：', { blank: 6 }, `　　${ratedOn(rating)}`]],
              },
            ],
          },
        ],
      },
      {
        kind: 'remarks',
        items: [
          '请在所选项前打“√”，“不满意”的请写明原因。对承办单位答复不满意的，将发回重办；重办后仍不满意的，纳入督办，由分管校领导批示办理〔《接诉即办工作制度》三（一）5〕。',
          '评价由本人作出，请客观评价（《接诉即办工作制度》二）；评价结果纳入有关单位考核〔《接诉即办工作制度》三（四）〕。',
        ],
      },
    ],
  }
}

function ratedOn(rating: RatingSheetData['rating']): string {
  return rating === null ? '　　　年　　月　　日' : chineseDate(rating.on)
}
