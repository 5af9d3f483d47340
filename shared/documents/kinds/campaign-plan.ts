import type { Day } from '../../domain/day.ts'
import { annex, chapter, type OfficialData, officialDocument, text, textTable } from '../official-paper.ts'
import type { Block, Paper } from '../paper.ts'
import { chineseDate, sentence } from '../wording.ts'

/**
 * 专项治理方案: why, to what end, who, and the steps with their days. A plan is no kind of official document by itself, so
 * a notice prints it and sends it round (印发). Names no petitioner and no single petition.
 */
export type CampaignPlanData = OfficialData & {
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
}

export function campaignPlan(data: CampaignPlanData): Paper {
  const plan = `${data.title}专项治理方案`
  return officialDocument(data, {
    name: plan,
    matter: `关于印发《${plan}》的通知`,
    addressee: units(data).join('、'),
    body: [text(`现将《${plan}》印发给你们，请按照责任分工认真落实。`)],
    annexes: [annex('', plan), ...chapters(data)],
  })
}

/** Whoever has a part in it, the lead unit first. */
function units({ leadUnit, assistUnits, steps }: CampaignPlanData): readonly string[] {
  return Array.from(new Set([leadUnit, ...assistUnits, ...steps.map(({ unit }) => unit)]))
}

function chapters(data: CampaignPlanData): readonly Block[] {
  const assisting = data.assistUnits.length === 0 ? '' : `，${data.assistUnits.join('、')}协办`
  return [
    chapter(1, '一、问题与成因'),
    text(data.background === '' ? '师生集中反映的问题如下。' : data.background),
    ...data.problems.map(({ title, petitions }) => text(`${title}：共收到反映${petitions}件。`)),
    text(
      '根据《接诉即办工作制度》三（二）2的规定，对共性问题和具有季节性特点的问题集中开展专项治理，制定本方案。',
    ),
    chapter(1, '二、治理目标'),
    text(sentence(data.goal)),
    chapter(1, '三、责任分工'),
    text(`由${data.leadUnit}牵头${assisting}。`),
    chapter(1, '四、工作步骤'),
    text(`自${chineseDate(data.fromOn)}起，至${chineseDate(data.toOn)}止，分${data.steps.length}步实施。`),
    textTable(
      [
        { name: '步骤', width: 14, centred: true },
        { name: '工作内容', width: 62 },
        { name: '责任单位', width: 38, centred: true },
        { name: '完成日期', width: 42, centred: true },
      ],
      data.steps.map(({ what, unit, dueOn }, at) => [String(at + 1), what, unit, chineseDate(dueOn)]),
    ),
  ]
}
