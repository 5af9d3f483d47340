import type { Day } from '../../domain/day.ts'
import { OUTCOMES, type Outcome } from '../../domain/petition.ts'
import type { Block, Paper } from '../paper.ts'
import {
  dear,
  type LetterData,
  type LetterMatter,
  paragraph,
  petitionerSlip,
  petitionLetter,
  yourMatter,
} from '../petition-letter.ts'
import { chineseDate, petitionerInTitle, sentence } from '../wording.ts'

/** 答复意见书, for 申诉求决 alone: accepted, found and decided, and what can be done against it (条例 32–35). */
export type ReplyOpinionData = LetterData &
  LetterMatter & {
    readonly demand: string
    readonly route: string
    readonly acceptedOn: Day
    readonly leadUnit: string
    /** 调查核实情况; empty where the office answered itself. */
    readonly findings: string
    readonly opinion: string
    readonly basis: string
    /** What the petitioner was told. */
    readonly answer: string
    readonly outcome: Outcome
    /** Which body takes it further: the committees have laws of their own. */
    readonly remedy: Remedy
  }

export type Remedy = 'review' | 'student-appeal' | 'staff-review'

export function replyOpinion(data: ReplyOpinionData): Paper {
  return petitionLetter(data, {
    subject: `关于${petitionerInTitle(data.petitioner, false)}信访事项的答复意见书`,
    addressee: dear(data),
    body: [...accepted(data), ...decided(data), ...remedies(data), paragraph('特此答复。')],
    slip: petitionerSlip(data, '答复意见书'),
  })
}

function accepted(data: ReplyOpinionData): readonly Block[] {
  const handler = data.leadUnit === '' ? '' : `，由${data.leadUnit}办理`
  return [
    heading('一、受理情况'),
    paragraph(
      `${yourMatter(data)}，我校于${chineseDate(data.acceptedOn)}受理，按“${data.route}”方式办理${handler}。您的诉求为：${sentence(data.demand === '' ? data.title : data.demand)}`,
    ),
  ]
}

function decided(data: ReplyOpinionData): readonly Block[] {
  const basis = data.basis === '' ? '' : `根据${sentence(data.basis).replace(/。$/u, '')}，`
  return [
    heading('二、事实认定与处理意见'),
    ...(data.findings === '' ? [] : [paragraph(`经调查核实：${sentence(data.findings)}`)]),
    ...(data.opinion === '' ? [] : [paragraph(sentence(data.opinion))]),
    paragraph(sentence(data.answer)),
    paragraph(`${basis}${OUTCOME_WORDS[data.outcome]}（《信访工作条例》第三十二条）。`),
  ]
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  supported: '您的诉求事实清楚、有据可依，予以支持',
  'partly-supported': '您的诉求中有据可依的部分予以支持，其余部分已作解释说明',
  explained: '您的诉求合理但缺乏依据或者目前不具备条件，现作出上述解释说明',
  'not-supported': '您的诉求缺乏事实根据或者不符合有关规定，不予支持',
  adopted: '您的意见予以采纳',
  'not-adopted': '您的意见未予采纳',
  redirected: '您的诉求应当通过法定途径提出，请依法向有权机关提出',
  filed: `您的诉求已登记${OUTCOMES.filed}`,
}

function remedies({ remedy }: ReplyOpinionData): readonly Block[] {
  return [heading('三、救济途径'), paragraph(REMEDY_WORDS[remedy])]
}

const REMEDY_WORDS: Readonly<Record<Remedy, string>> = {
  review:
    '如对本答复意见不服，可以自收到本答复意见书之日起30日内，向上一级机关、单位请求复查（《信访工作条例》第三十五条）。',
  'student-appeal':
    '如对复查决定有异议，可以在收到本答复意见书之日起15日内，向学校所在地省级教育行政部门提出书面申诉（《普通高等学校学生管理规定》第六十二条）。',
  'staff-review':
    '如对复核决定不服，可以依照有关人事管理规定，自收到本答复意见书之日起30日内向主管部门提出申诉（《事业单位人事管理条例》第三十八条）。',
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text }
}
