import { parseDay } from '../../domain/day.ts'
import type { DocumentKind, KindData } from '../kinds/index.ts'
import { SPECIMENS } from '../specimens/index.ts'

type Variants = { readonly [K in DocumentKind]?: readonly KindData[K][] }

const { transfer, assign, registration, receipt, supervise, urge } = SPECIMENS
const [person] = registration.petitioners
const [matter] = registration.petitions
const INSTRUCTIONS = [{ leader: '校长', on: parseDay('2026-01-05'), text: '请抓紧办理。' }]

/**
 * Where a kind leaves something out for one matter and says it for another, the specimen is not all it can say: these
 * tell the rest. Together they name every value a template of the kind may want.
 */
export const VARIANTS: Variants = {
  transfer: [
    { ...transfer, attachments: [], contact: { name: '', phone: '' } },
    {
      ...transfer,
      urgency: '加急',
      copiesTo: ['学校办公室'],
      instructions: INSTRUCTIONS,
      redo: { ratedOn: parseDay('2026-01-05'), requirement: '请重新办理。' },
    },
  ],
  assign: [
    { ...assign, attachments: [], contact: { name: '', phone: '' } },
    { ...assign, urgency: '加急', copiesTo: ['学校办公室'], instructions: INSTRUCTIONS },
  ],
  urge: [
    { ...urge, contact: { name: '', phone: '' } },
    { ...urge, urgent: true, instructed: true },
  ],
  supervise: [{ ...supervise, instruction: null, limit: null, standing: null, requiredOn: null, chases: 0 }],
  registration: [
    ...(person === undefined || matter === undefined
      ? []
      : [
          {
            ...registration,
            agent: { name: '李代', authorised: true },
            unusual: '情绪激动。',
            remark: '另有来信。',
            petitions: [{ ...matter, accused: '某单位' }, matter],
          },
          {
            ...registration,
            petitioners: [{ ...person, email: '' }],
            petitions: [{ ...matter, grounds: '', previousHandling: '', opinion: '', accused: '' }],
          },
        ]),
    { ...registration, copyFor: 'unit', confidential: true },
    { ...registration, copyFor: 'unit' },
  ],
  'meeting-minutes': [{ ...SPECIMENS['meeting-minutes'], decisions: [], absent: '', assistUnits: [] }],
  'semester-summary': [{ ...SPECIMENS['semester-summary'], carried: SPECIMENS['semester-summary'].rows }],
  receipt: [{ ...receipt, petitionerName: '' }],
}
