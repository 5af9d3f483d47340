import type { Day } from '../../domain/day.ts'
import type { Paper } from '../paper.ts'
import {
  dear,
  dueDayWords,
  hei,
  type LetterData,
  type LetterMatter,
  paragraph,
  petitionerSlip,
  petitionLetter,
  yourMatter,
} from '../petition-letter.ts'
import { chineseDate, chineseWeekday, ourselves, sentence } from '../wording.ts'

/** 延期告知书: the first limit, why it cannot be kept, who approved it, and the new one (《办法》二（四）). */
export type ExtensionNoticeData = LetterData &
  LetterMatter & {
    readonly leadUnit: string
    readonly from: Day
    readonly to: Day
    /** Its holidays are not published yet. */
    readonly provisional: boolean
    readonly approvedOn: Day
    readonly approver: string
    readonly reason: string
  }

export function extensionNotice(data: ExtensionNoticeData): Paper {
  const we = ourselves(data.organ)
  const handler = data.leadUnit === '' ? we : data.leadUnit
  return petitionLetter(data, {
    subject: '延期办理告知书',
    addressee: dear(data),
    body: [
      paragraph(
        `${yourMatter(data)}，由${handler}办理，原定于${chineseDate(data.from)}${chineseWeekday(data.from)}前办结。因特殊情况未能按期办结，现将有关情况告知如下：`,
      ),
      paragraph(hei('一、延期原因。'), sentence(data.reason)),
      paragraph(
        hei('二、批准和新的期限。'),
        `经${data.approver}于${chineseDate(data.approvedOn)}批准，办理期限延长至${dueDayWords({ dueOn: data.to, provisional: data.provisional })}。`,
      ),
      paragraph(
        hei('三、依据。'),
        '《信息沟通实施办法》二（四）：未能在办结时限内完成的，要说明延期原因；《信访工作条例》第三十四条：延长期限应当经批准并告知理由。',
      ),
      paragraph(`期间如有进展，将及时告知您；对此有疑问的，可以向${we}查询。由此给您带来不便，敬请谅解。`),
      paragraph('特此告知。'),
    ],
    slip: petitionerSlip(data, '延期办理告知书'),
  })
}
