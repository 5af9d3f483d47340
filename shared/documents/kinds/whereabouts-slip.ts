import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { label, row, value } from '../form-parts.ts'
import type { Paper } from '../paper.ts'
import type { LetterData } from '../petition-letter.ts'
import { dear, type LetterMatter, yourMatter } from '../petition-letter.ts'
import { chineseDate, ourselves } from '../wording.ts'

/** 转送去向告知单: to whom the matter went, when, and whom to ask there (条例 23). */
export type WhereaboutsSlipData = LetterData &
  LetterMatter & {
    /** 转办, 交办, 呈办 */
    readonly how: string
    readonly on: Day
    readonly leadUnit: string
    readonly unitContact: string
    readonly unitPhone: string
    readonly unitPlace: string
    readonly assistingUnits: readonly string[]
    readonly answerOn: Day | null
    readonly provisional: boolean
    readonly queryCode: string
  }

export function whereaboutsSlip(data: WhereaboutsSlipData): Paper {
  const answer =
    data.answerOn === null ? '—' : `${chineseDate(data.answerOn)}${data.provisional ? '（暂定）' : ''}`
  return {
    format: 'form',
    name: `转送去向告知单（${data.petitionNumber}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: ['转送去向告知单'] },
      { kind: 'caption', left: `信访编号：${data.petitionNumber}`, right: `查询码：${data.queryCode}` },
      { kind: 'addressee', text: `${dear(data)}：` },
      {
        kind: 'paragraph',
        line: [
          `${yourMatter(data)}，${ourselves(data.organ)}已按照职责权限送有关单位办理，现将去向告知您（《信访工作条例》第二十三条）。`,
        ],
      },
      {
        kind: 'table',
        columns: [28, 53, 28, 53],
        rows: [
          row(label('办理方式'), value(data.how), label('送出日期'), value(chineseDate(data.on))),
          row(
            label('承办单位'),
            value(data.leadUnit),
            label('协办单位'),
            value(data.assistingUnits.join('、') || '无'),
          ),
          row(label('联 系 人'), value(data.unitContact), label('联系电话'), value(data.unitPhone)),
          row(label('办公地点'), value(data.unitPlace), label('预计答复'), value(answer)),
        ],
      },
      {
        kind: 'remarks',
        items: [
          '承办单位将在预计答复日期前答复您；确需延期的，将向您说明原因〔《信息沟通实施办法》二（四）〕。',
          '您可以凭信访编号和查询码查询办理进度，办理期间无需就同一事项重复提出。',
        ],
      },
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
      {
        kind: 'tearOff',
        hint: `沿虚线裁下，签收后由${data.organ}留存`,
        title: '签收回执',
        lines: [[`本人已收到信访编号为${data.petitionNumber}的转送去向告知单。`]],
        fields: [{ label: '签收人（签名）' }, { label: '签收时间', hint: '年　月　日　时' }],
      },
    ],
  }
}
