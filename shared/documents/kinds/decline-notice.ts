import { DECLINE_GROUNDS, type DeclineGround } from '../../domain/petition.ts'
import { ticked } from '../form-parts.ts'
import type { Paper, Paragraph } from '../paper.ts'
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
import { ourselves, sentence } from '../wording.ts'

/** 不予受理告知书; for what is unlawful it persuades instead (《制度》二（一）（二）). */
export type DeclineNoticeData = LetterData &
  LetterMatter & {
    readonly ground: DeclineGround
    /** 应当通过的法定途径, or for 违法悖德 the rules to obey. */
    readonly lawfulChannel: string
    readonly explanation: string
  }

export function declineNotice(data: DeclineNoticeData): Paper {
  const unlawful = data.ground === 'unlawful'
  const subject = subjectOf(data.ground)
  return petitionLetter(data, {
    subject,
    addressee: dear(data),
    body: [
      ...(unlawful ? persuasion(data) : redirection(data)),
      paragraph('感谢您对信访工作的理解和支持！'),
      paragraph('特此告知。'),
    ],
    slip: petitionerSlip(data, subject),
  })
}

function subjectOf(ground: DeclineGround): string {
  if (ground === 'unlawful') return '不予受理和劝导教育告知书'
  return ground === 'concluded' ? '不再受理告知书' : '不予受理告知书'
}

const LAWFUL: readonly Exclude<DeclineGround, 'unlawful'>[] = [
  'litigation',
  'arbitration',
  'discipline',
  'reconsideration',
  'disclosure',
  'petition',
  'concluded',
]

/** The tick list: every ground is printed, so that the reader sees which one is meant and which are not. */
function redirection(data: DeclineNoticeData): readonly Paragraph[] {
  const we = ourselves(data.organ)
  return [
    paragraph(
      `${yourMatter(data)}，${we}已经登记。经审查，根据《接诉即办工作制度》二（一）${petitionLaw(data.ground)}，该事项属于下列标“■”的情形，${we}${data.ground === 'concluded' ? '不再' : '不予'}受理：`,
    ),
    ...LAWFUL.map((ground, at) =>
      paragraph(
        ticked(
          `${at + 1}.${groundWords(ground)}；`.replace(/；$/u, at === LAWFUL.length - 1 ? '。' : '；'),
          ground === data.ground,
        ),
      ),
    ),
    paragraph(hei('一、理由说明。'), sentence(data.explanation)),
    ...whatRemains(data, we),
  ]
}

/** Behind a 复核 there is no further channel to send anybody to. */
function whatRemains(data: DeclineNoticeData, we: string): readonly Paragraph[] {
  const ask = `对本告知有疑问的，可以向${we}咨询。`
  return data.ground === 'concluded'
    ? [paragraph(hei('二、有关说明。'), sentence(data.lawfulChannel)), paragraph(hei('三、提示。'), ask)]
    : [
        paragraph(hei('二、法定途径。'), `请您依法${sentence(lead(data.lawfulChannel))}`),
        paragraph(
          hei('三、提示。'),
          `通过法定途径提出的，请留意该途径规定的期限和要求，并带好有关材料；${ask}`,
        ),
      ]
}

function groundWords(ground: Exclude<DeclineGround, 'unlawful'>): string {
  if (ground === 'concluded') return '信访事项已经复核终结，仍以同一事实和理由提出'
  return ground === 'petition'
    ? '已经进入信访渠道办理'
    : `依法应当通过或者已经进入${DECLINE_GROUNDS[ground]}途径办理`
}

/** What already runs in the petition procedure is not accepted again; the rest belongs to another procedure. */
function petitionLaw(ground: DeclineGround): string {
  if (ground === 'concluded') return '和《信访工作条例》第三十六条'
  return ground === 'petition' ? '和《信访工作条例》第十九条' : '和《信访工作条例》第三十一条'
}

/** The channel may have been typed with 请 or 依法 before it. */
function lead(channel: string): string {
  return channel.trim().replace(/^(?:请您?|您可以?|可以?|应当?)?(?:依法)?/u, '')
}

/** Rules to obey and what follows from breaking them. */
function persuasion(data: DeclineNoticeData): readonly Paragraph[] {
  const we = ourselves(data.organ)
  return [
    paragraph(
      `${yourMatter(data)}，${we}已经登记。经审查，所提诉求违反法律法规或者违背公序良俗，根据《接诉即办工作制度》二（二），${we}不予受理，并向您作如下劝导和告知：`,
    ),
    paragraph(hei('一、理由说明。'), sentence(data.explanation)),
    paragraph(hei('二、应当遵守的规定。'), sentence(data.lawfulChannel)),
    paragraph(
      '诉求人应当如实表达诉求，对内容的真实性负责，尊重工作人员，维护工作秩序（《接诉即办工作制度》二）；在信访过程中应当遵守法律法规，不得损害国家、社会、集体的利益和他人的合法权利，自觉维护公共秩序和信访秩序（《信访工作条例》第二十六条）。',
    ),
    paragraph(
      hei('三、法律后果。'),
      '违反上述规定的，有关单位将进行劝阻、批评或者教育；构成违反治安管理行为的，由公安机关依法处理；捏造歪曲事实、诬告陷害他人，或者构成犯罪的，依法承担相应责任（《信访工作条例》第四十七条）。',
    ),
    paragraph(hei('四、建议。'), `您有合法、合理的诉求，可以依法、如实地重新提出，${we}将按规定登记办理。`),
  ]
}
