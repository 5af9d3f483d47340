import type { Block, Imprint, Paper } from '../../../../shared/documents/paper.ts'

/** Invented papers of the formats beyond the letter, of any length. */

const WALL = '学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎'
export const DATE = '2026年11月21日'
export const ORGAN = '海岱师范学院办公室'

export function words(characters: number): Block {
  return {
    kind: 'paragraph',
    line: [WALL.repeat(Math.ceil(characters / WALL.length)).slice(0, characters)],
  }
}

const IMPRINT: Imprint = {
  kind: 'imprint',
  copiesTo: ['党委办公室', '纪委、监察处', '后勤处'],
  organ: ORGAN,
  date: DATE,
}

type Given = { before?: Block[]; annexes?: Block[]; paragraphs?: number; printedBy?: string }

/** A notice of some paragraphs of three lines each, and a last one of so many characters. */
export function aDocument(characters: number, given: Given = {}): Paper {
  return {
    format: 'document',
    name: '通知',
    code: 'XF/ZX-2026-D00034',
    blocks: [
      { kind: 'letterhead', organ: `${ORGAN}文件` },
      { kind: 'documentNumber', text: '海师办字〔2026〕12号' },
      ...(given.before ?? []),
      { kind: 'title', lines: [ORGAN, '关于开展专项治理的通知'] },
      { kind: 'addressee', text: '各学院、各部门：' },
      ...Array.from({ length: given.paragraphs ?? 1 }, () => words(60)),
      words(characters),
      { kind: 'signature', organ: ORGAN, date: DATE, sealed: true },
      ...(given.annexes ?? []),
      { ...IMPRINT, organ: given.printedBy ?? ORGAN },
    ],
  }
}

export const MARKED = aDocument(60, {
  before: [
    { kind: 'mark', of: 'copyNumber', text: '000012' },
    { kind: 'mark', of: 'secrecy', text: '秘密★1年' },
    { kind: 'mark', of: 'urgency', text: '加急' },
    { kind: 'signatory', name: '周明远' },
  ],
})

export const WITH_ANNEX = aDocument(60, {
  annexes: [
    { kind: 'annex', label: '附件', title: ['校领导接待日安排表'] },
    {
      kind: 'table',
      columns: [20, 76, 60],
      rows: [
        {
          head: true,
          cells: ['序号', '事项', '单位'].map((text) => ({ role: 'label', lines: [[text]] }) as const),
        },
        ...Array.from({ length: 40 }, (_, at) => ({
          cells: [String(at + 1), '供餐时间', '后勤处'].map(
            (text) => ({ role: 'value', lines: [[text]] }) as const,
          ),
        })),
      ],
    },
  ],
})

export const MINUTES: Paper = {
  format: 'minutes',
  name: '纪要',
  code: 'XF/ZX-2026-D00035',
  blocks: [
    { kind: 'letterhead', organ: '海岱师范学院会议纪要' },
    { kind: 'documentNumber', text: '海师办纪〔2026〕3号' },
    { kind: 'issuer', organ: ORGAN, date: DATE },
    { kind: 'title', lines: ['食堂餐台维修协调会纪要'] },
    words(120),
    {
      kind: 'attendance',
      label: '出席',
      names: '周明远、后勤处负责人、国有资产处负责人、校工会负责人、财务处负责人、学生处负责人',
    },
    { kind: 'attendance', label: '请假', names: '财务处负责人' },
    {
      kind: 'imprint',
      copiesTo: Array.from({ length: 12 }, (_, at) => `第${at + 1}学院党政办公室`),
      organ: ORGAN,
      date: DATE,
    },
  ],
}
