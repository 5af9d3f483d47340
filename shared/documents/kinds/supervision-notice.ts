import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { label, long, row, signBox, value } from '../form-parts.ts'
import type { Paper, Table } from '../paper.ts'
import {
  dueDayWords,
  hiding,
  type LetterData,
  type LetterLimit,
  type LetterMatter,
  unitSlip,
  whoBroughtWhat,
} from '../petition-letter.ts'
import { chineseDate, ourselves, sentence } from '../wording.ts'
import { type Standing, standingText } from './urge-notice.ts'

/** 督办通知单: why the unit is supervised, what the leader wrote, and room for its answer. */
export type SupervisionNoticeData = LetterData &
  LetterMatter & {
    readonly leadUnit: string
    readonly given: { readonly how: string; readonly on: Day; readonly number: string | null }
    /** 原办理期限, where one ran. */
    readonly limit: LetterLimit | null
    readonly standing: Standing | null
    /** 催办 so far without an answer. */
    readonly chases: number
    /** Dissatisfied with the redo too (《制度》三（一）5). */
    readonly twiceDissatisfied: boolean
    readonly instruction: { readonly leader: string; readonly on: Day; readonly text: string } | null
    /** 督办要求 */
    readonly requirement: string
    /** 限定反馈日期 */
    readonly requiredOn: Day | null
  }

export function supervisionNotice(data: SupervisionNoticeData): Paper {
  return {
    format: 'form',
    name: `督办通知单（${data.number}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: ['督办通知单'] },
      { kind: 'caption', left: data.number, right: `信访编号：${data.petitionNumber}` },
      sheet(data),
      { kind: 'remarks', items: remarks(data) },
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
      unitSlip(data, '督办通知单', 0),
    ],
  }
}

function sheet(data: SupervisionNoticeData): Table {
  const hide = hiding(data)
  const { given, instruction, limit } = data
  const said =
    instruction === null
      ? '（未另作批示）'
      : `${instruction.leader}于${chineseDate(instruction.on)}批示：“${sentence(hide(instruction.text))}”`
  return {
    kind: 'table',
    columns: [28, 53, 28, 53],
    rows: [
      row(label('被督办单位'), value(data.leadUnit, 3)),
      row(label('督办事项'), value(`${whoBroughtWhat(data)}有关问题`, 3)),
      row(
        label('交办情况'),
        value(givenWords(given)),
        label('办理期限'),
        value(limit === null ? '—' : dueDayWords(limit)),
      ),
      long('督办原因', reasonsOf(data).join('；').concat('。'), 3, 14),
      long('校领导批示', said, 3, 14),
      long('督办要求', requirementOf(data), 3, 16),
      row(label('限定反馈日'), value(requiredText(data), 3)),
      signBox('督办反馈', '', 3, 30, '承办单位负责人签字（盖章）'),
    ],
  }
}

/** `2026年1月5日转办，海师办信转〔2026〕12号` */
function givenWords({ how, on, number }: SupervisionNoticeData['given']): string {
  const given = how.length === 1 ? `${how}办` : how.replace(/交$/u, '')
  return `${chineseDate(on)}${given}${number === null ? '' : `，${number}`}`
}

/** 督办原因, each with its clause. */
function reasonsOf(data: SupervisionNoticeData): readonly string[] {
  const reasons = [
    ...(data.twiceDissatisfied
      ? ['重办后反映人仍不满意，纳入督办事项，由分管校领导批示办理〔《接诉即办工作制度》三（一）5〕']
      : []),
    ...(data.standing?.kind === 'late'
      ? [`${standingText(data.standing)}，未反馈办理情况（《信访工作条例》第四十条）`]
      : []),
    ...(data.chases > 1 ? [`已催办${data.chases}次，仍未反馈〔《信息沟通实施办法》二（三）〕`] : []),
    ...(data.instruction !== null && !data.twiceDissatisfied
      ? ['校领导批示件，重点督办〔《信息沟通实施办法》二（三）〕']
      : []),
  ]
  return reasons.length === 0 ? ['按规定定期督办〔《信息沟通实施办法》二（三）〕'] : reasons
}

function requirementOf(data: SupervisionNoticeData): string {
  const typed = data.requirement === '' ? '' : sentence(hiding(data)(data.requirement))
  return `${typed}请单位负责人亲自过问，查明事实，依规依政策提出处理意见，答复反映人，并将结果书面报${ourselves(data.organ)}。`
}

function requiredText({ requiredOn }: SupervisionNoticeData): string {
  return requiredOn === null
    ? '收到本单后立即反馈'
    : `${dueDayWords({ dueOn: requiredOn, provisional: false })}前`
}

function remarks(data: SupervisionNoticeData): readonly string[] {
  return [
    `“督办反馈”栏由被督办单位填写，连同有关材料一并报${ourselves(data.organ)}；推诿、敷衍、拖延、弄虚作假的，按《信访工作条例》第四十条提出改进建议，并纳入考核〔《接诉即办工作制度》三（四）〕。`,
    '不得将反映材料及情况透露或者转给被反映的人员和单位（《信访工作条例》第三十条、第四十六条）。',
  ]
}
