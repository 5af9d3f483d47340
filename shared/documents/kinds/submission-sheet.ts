import type { Day } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { label, long, row, signBox, value } from '../form-parts.ts'
import type { Paper, Row } from '../paper.ts'
import { hiding, type LetterMatter } from '../petition-letter.ts'
import { titleLines } from '../title-lines.ts'
import { chineseDate, petitionerInText, sentence } from '../wording.ts'

/** 呈批笺: the matter, what the office proposes, and room for what the leaders write. An internal sheet. */
export type SubmissionSheetData = LetterMatter & {
  readonly petitionNumber: string
  readonly documentId: string
  readonly organ: string
  readonly submittedOn: Day
  readonly urgency: string
  readonly category: string
  readonly summary: string
  readonly demand: string
  /** 拟办意见 */
  readonly proposal: string
  /** Post and name of the leader it is put before, and whether 主要领导. */
  readonly leader: { readonly name: string; readonly principal: boolean }
  /** As recorded; null leaves the boxes to be written in by hand. */
  readonly instruction: { readonly leader: string; readonly on: Day; readonly text: string } | null
  readonly leadUnit: string
  readonly dueOn: Day | null
  readonly provisional: boolean
  /** 交办日期, once a leader gave it to a unit. */
  readonly assignedOn: Day | null
  readonly preparedBy: string
}

const WIDE = 3

/** The organ above the sheet's name; one too long for a line is broken together with it. */
function sheetTitle(organ: string): readonly string[] {
  const lines = titleLines(organ, TITLE_CELLS)
  return lines.length === 1 ? [organ, '呈批笺'] : titleLines(`${organ}呈批笺`, TITLE_CELLS)
}

const TITLE_CELLS = 18

export function submissionSheet(data: SubmissionSheetData): Paper {
  return {
    format: 'form',
    name: `呈批笺（${data.petitionNumber}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'title', lines: sheetTitle(data.organ) },
      {
        kind: 'caption',
        left: `信访编号：${data.petitionNumber}`,
        right: `呈报日期：${chineseDate(data.submittedOn)}`,
      },
      {
        kind: 'table',
        columns: [28, 53, 28, 53],
        rows: [...matterRows(data), ...leaderRows(data), ...outcomeRows(data)],
      },
      {
        kind: 'remarks',
        items: [
          '依据《信息沟通实施办法》二（二）3：反映强烈、影响面宽、解决难度大的问题呈报分管校领导或者学校主要领导，根据批示意见交有关单位办理，并明确办结时限；未明确的，一般应在7个工作日内予以答复。',
          '本笺为内部材料，不得转给被反映的人员和单位（《信访工作条例》第三十条、第四十六条），办结后归档。',
        ],
      },
    ],
  }
}

function matterRows(data: SubmissionSheetData): readonly Row[] {
  const hide = hiding(data)
  return [
    row(label('反映渠道'), value(data.channel), label('收到日期'), value(chineseDate(data.receivedOn))),
    row(
      label('反 映 人'),
      value(petitionerInText(data.petitioner, data.confidential)),
      label('紧急程度'),
      value(data.urgency),
    ),
    row(label('内容分类'), value(data.category), label('呈报对象'), value(data.leader.name)),
    row(label('事　　由'), value(hide(data.title), WIDE)),
    long('来件摘要', sentence(hide(data.summary)), WIDE, 30),
    long('具体诉求', data.demand === '' ? '' : sentence(hide(data.demand)), WIDE, 14),
    signBox('拟办意见', data.proposal === '' ? '' : sentence(hide(data.proposal)), WIDE, 22, '经办人'),
    signBox('办公室审核', '', WIDE, 18, '负责人'),
  ]
}

/** The box of whom it is put before holds the instruction once it is known; the other stays empty. */
function leaderRows(data: SubmissionSheetData): readonly Row[] {
  const { instruction, leader } = data
  const hide = hiding(data)
  const said =
    instruction === null
      ? ''
      : `${sentence(hide(instruction.text))}（${instruction.leader}，${chineseDate(instruction.on)}）`
  const [inCharge, principal] = leader.principal ? ['', said] : [said, '']
  return [
    signBox(['分管校领导', '批　　示'], inCharge, WIDE, 28, '签名'),
    signBox(['主要领导', '批　　示'], principal, WIDE, 28, '签名'),
  ]
}

function outcomeRows({
  leadUnit,
  dueOn,
  provisional,
  assignedOn,
  preparedBy,
}: SubmissionSheetData): readonly Row[] {
  const due = dueOn === null ? '' : `${chineseDate(dueOn)}${provisional ? '（暂定）' : ''}`
  return [
    row(label('交办单位'), value(leadUnit), label('办结时限'), value(due)),
    row(
      label('填 表 人'),
      value(preparedBy),
      label('交办日期'),
      value(assignedOn === null ? '' : chineseDate(assignedOn)),
    ),
  ]
}
