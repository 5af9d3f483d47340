import type { Day } from '../../domain/day.ts'
import type { Outcome } from '../../domain/petition.ts'
import type { Paper } from '../paper.ts'
import {
  dear,
  hei,
  type LetterData,
  type LetterMatter,
  paragraph,
  petitionerSlip,
  petitionLetter,
  yourMatter,
} from '../petition-letter.ts'
import { chineseDate, ourselves, sentence } from '../wording.ts'

/** 反馈告知书: what came of a suggestion or a question, adopted or not, and thanks (条例 29). */
export type ResultNoticeData = LetterData &
  LetterMatter & {
    /** 意见建议: told whether it is adopted; everything else is told how it was settled. */
    readonly suggestion: boolean
    readonly acceptedOn: Day
    readonly leadUnit: string
    /** The clauses that ask for an answer within so many days, and for its result to be told. */
    readonly clause: string
    readonly answeredOn: Day
    /** What the petitioner was told. */
    readonly answer: string
    readonly outcome: Outcome
  }

export function resultNotice(data: ResultNoticeData): Paper {
  const we = ourselves(data.organ)
  const handler = data.leadUnit === '' ? '' : `，由${data.leadUnit}办理`
  return petitionLetter(data, {
    subject: '反馈告知书',
    addressee: dear(data),
    body: [
      paragraph(
        `${yourMatter(data)}，${we}于${chineseDate(data.acceptedOn)}受理${handler}，${chineseDate(data.answeredOn)}办理完毕。根据${data.clause}的规定，现将办理结果告知如下：`,
      ),
      paragraph(hei('一、办理结果。'), sentence(data.answer)),
      data.suggestion
        ? paragraph(hei('二、采纳情况。'), `${ADOPTED[data.outcome]}（《信访工作条例》第二十九条）。`)
        : paragraph(hei('二、处理结论。'), `${SETTLED[data.outcome]}。`),
      paragraph(
        hei('三、意见和评价。'),
        `您对办理结果有疑问或者不同意见的，可以向${we}说明；评价为不满意的，将发回重办〔《接诉即办工作制度》三（一）5〕。`,
      ),
      paragraph('感谢您对学校工作的关心和支持！'),
      paragraph('特此告知。'),
    ],
    slip: petitionerSlip(data, '反馈告知书'),
  })
}

/** 条例第二十九条: what is sound and feasible is adopted in whole or in part, and answered. */
const ADOPTED: Readonly<Record<Outcome, string>> = {
  supported: '您的意见建议予以采纳',
  adopted: '您的意见建议予以采纳',
  'partly-supported': '您的意见建议中切实可行的部分予以采纳，其余部分已作说明',
  explained: '您的意见建议已经认真研究，有关情况说明如上',
  'not-supported': '您的意见建议经认真研究，目前不具备采纳的条件，理由如上',
  'not-adopted': '您的意见建议经认真研究，目前不具备采纳的条件，理由如上',
  redirected: '您的意见建议应当向有权处理的机关提出，途径如上',
  filed: '您的意见建议已经登记存查，供改进工作时参考',
}

const SETTLED: Readonly<Record<Outcome, string>> = {
  supported: '您反映的问题已经核实，予以支持',
  adopted: '您的意见予以采纳',
  'partly-supported': '您反映的问题部分予以支持，其余部分已作说明',
  explained: '您反映的问题已经作出解释说明',
  'not-supported': '您反映的问题缺乏事实或者政策依据，不予支持，理由如上',
  'not-adopted': '您的意见未予采纳，理由如上',
  redirected: '您反映的问题应当通过法定途径提出，请依法向有权机关提出',
  filed: '您反映的问题已经登记存查',
}
