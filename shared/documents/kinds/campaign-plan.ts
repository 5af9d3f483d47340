import type { Day } from '../../domain/day.ts'
import type { Block, Cell, Paper } from '../paper.ts'
import { chineseDate } from '../wording.ts'

/** 专项治理方案: why, to what end, who, and the steps with their days. Names no petitioner and no single petition. */
export type CampaignPlanData = {
  readonly organ: string
  readonly title: string
  readonly background: string
  /** 共性问题 it is against, with how many petitions each has. */
  readonly problems: readonly { readonly title: string; readonly petitions: number }[]
  readonly goal: string
  readonly leadUnit: string
  readonly assistUnits: readonly string[]
  readonly fromOn: Day
  readonly toOn: Day
  readonly steps: readonly { readonly what: string; readonly unit: string; readonly dueOn: Day }[]
  readonly issuedOn: Day
}

export function campaignPlan(data: CampaignPlanData): Paper {
  return {
    format: 'form',
    name: `${data.title}专项治理方案`,
    code: null,
    blocks: [
      { kind: 'title', lines: [data.title, '专项治理方案'] },
      { kind: 'caption', left: data.organ, right: chineseDate(data.issuedOn) },
      { kind: 'heading', level: 1, text: '一、问题与成因' },
      { kind: 'paragraph', line: [data.background === '' ? '师生集中反映的问题如下。' : data.background] },
      ...data.problems.map(
        ({ title, petitions }): Block => ({
          kind: 'paragraph',
          line: [`${title}：共收到反映${petitions}件。`],
        }),
      ),
      { kind: 'heading', level: 1, text: '二、治理目标' },
      { kind: 'paragraph', line: [data.goal] },
      { kind: 'heading', level: 1, text: '三、责任分工' },
      {
        kind: 'paragraph',
        line: [
          `由${data.leadUnit}牵头${data.assistUnits.length === 0 ? '' : `，${data.assistUnits.join('、')}协办`}。`,
        ],
      },
      { kind: 'heading', level: 1, text: '四、工作步骤' },
      {
        kind: 'paragraph',
        line: [
          `自${chineseDate(data.fromOn)}起，至${chineseDate(data.toOn)}止，分${data.steps.length}步实施。`,
        ],
      },
      steps(data),
      {
        kind: 'remarks',
        items: ['依据《接诉即办工作制度》三（二）2：对共性问题和具有季节性特点的问题集中开展专项治理。'],
      },
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
    ],
  }
}

function steps({ steps: all }: CampaignPlanData): Block {
  return {
    kind: 'table',
    columns: [14, 70, 40, 38],
    rows: [
      { head: true, cells: ['步骤', '工作内容', '责任单位', '完成日期'].map(labelled) },
      ...all.map((step, index) => ({
        divisible: true,
        cells: [
          value(String(index + 1), 'center'),
          value(step.what),
          value(step.unit, 'center'),
          value(chineseDate(step.dueOn), 'center'),
        ],
      })),
    ],
  }
}

function labelled(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(text: string, align: 'left' | 'center' = 'left'): Cell {
  return { role: 'value', lines: [[text]], align }
}
