import type { DeclineGround, Medium, Outcome } from '../../../shared/domain/petition.ts'

/** What the office, the units and the leaders write. `{unit}` and `{title}` are filled by the caller. */

export const OPENINGS = [
  '来访人反映：',
  '来访人称，',
  '来访人到接待室反映，',
  '据来访人讲述，',
  '来访人当面反映：',
] as const

export const EARLIER_STEPS = [
  '曾向{unit}反映，答复“正在处理”，至今没有结果。',
  '已向{unit}电话反映{few}次，每次接电话的人不同，说法也不一样。',
  '通过辅导员向{unit}反映过，没有收到答复。',
  '在线上平台提交过，状态一直是“已受理”。',
  '来访前没有向其他部门反映过。',
  '',
  '',
] as const

export const IMPACTS = [
  '来访人情绪稳定，希望尽快有明确的说法。',
  '同班还有{n}名同学情况相同，委托来访人一并反映。',
  '来访人表示如果近期没有结果，将向上级部门反映。',
  '目前已影响正常的学习和生活。',
  '来访人带来了照片和聊天记录，愿意配合核实。',
  '来访人希望答复时当面说明。',
  '',
] as const

export const GROUNDS = [
  '来访人认为《学生手册》对此有明确规定。',
  '学校官网公布的服务承诺写明限时办理。',
  '与{when}发布的通知不一致。',
  '收费单据、报修记录可以证明。',
  '同类情况其他学院已经解决。',
] as const

export const MATERIALS = [
  '情况说明',
  '照片打印件',
  '缴费凭证',
  '诊断证明',
  '聊天记录打印件',
  '报修单截图',
  '成绩单',
  '通知复印件',
  '住宿协议',
  '联名信',
] as const

export const ASSIST_REMARKS = [
  '请按规定时限办理，并将结果报学校办公室。',
  '请与来访人联系，了解具体情况后办理。',
  '',
] as const

export const PROPOSALS = [
  '涉及人数较多，建议请分管校领导阅示。',
  '来访人多次反映，建议明确承办单位和办结时限。',
  '涉及多个部门，建议由校领导协调。',
] as const

export const INSTRUCTIONS = [
  '请{unit}核实情况，拿出解决办法，并向来访人当面说明。',
  '请{unit}牵头研究，限期答复，结果报我。',
  '情况属实的立即整改；不属实的做好解释工作。请{unit}办理。',
  '此类问题已多次反映，请{unit}举一反三，从制度上解决。',
] as const

export const READ_ONLY_INSTRUCTIONS = [
  '已阅，请按程序办理，注意保护来访人信息。',
  '同意拟办意见，请学校办公室跟踪。',
] as const

export const ANSWERS: readonly (readonly [string, Outcome, number])[] = [
  ['经{unit}核实，反映情况属实，已完成整改，并向来访人道歉，来访人表示认可。', 'supported', 30],
  ['{unit}已安排专人办理，问题解决，电话告知来访人，来访人表示感谢。', 'supported', 20],
  [
    '经核实，部分情况属实，已对属实部分作出调整；其余因条件所限列入下学期计划，已作说明。',
    'partly-supported',
    16,
  ],
  ['{unit}说明了现行规定和办理流程，来访人表示理解。', 'explained', 18],
  ['经{unit}复核，原处理符合规定，维持原结论，已书面说明依据。', 'not-supported', 6],
  ['建议已采纳，{unit}将在近期实施。', 'adopted', 6],
  ['建议已研究，暂不具备条件，已向来访人说明原因。', 'not-adopted', 2],
  ['相关情况已登记存查。', 'filed', 2],
]

export const MEDIA: Readonly<Record<Medium, number>> = { phone: 5, 'in-person': 3, written: 1, network: 2 }

export const CHASES = [
  '电话催办{unit}，答复两日内报结果。',
  '已在工作群提醒{unit}办理时限。',
  '来访人来电询问进展，已告知正在办理。',
] as const

export const CORRECTION_REASONS = [
  '登记时听写有误，经来访人核对更正。',
  '标题不够准确，更正后便于分办。',
] as const

export const REVEAL_REASONS = ['电话答复来访人', '核对联系方式', '承办单位联系来访人'] as const

export const DECLINES: readonly { ground: DeclineGround; channel: string; explanation: string }[] = [
  {
    ground: 'litigation',
    channel: '向人民法院提起诉讼',
    explanation: '该事项法院已经受理，应以法院裁判为准，已向来访人说明。',
  },
  {
    ground: 'arbitration',
    channel: '向劳动人事争议仲裁委员会申请仲裁',
    explanation: '属于劳动人事争议，应当先申请仲裁，已告知受理机构和时效。',
  },
  {
    ground: 'reconsideration',
    channel: '向行政复议机关申请行政复议',
    explanation: '来访人已申请行政复议，复议期间不重复受理，已说明。',
  },
  {
    ground: 'disclosure',
    channel: '向学校信息公开办公室提出申请',
    explanation: '属于信息公开申请，已告知申请表和办理期限。',
  },
  {
    ground: 'petition',
    channel: '等待原信访事项的处理意见',
    explanation: '同一事项已在办理，已告知进展和答复时间。',
  },
  {
    ground: 'concluded',
    channel: '复核意见是信访程序的终结意见，请按复核意见办理；有新的事实和理由的，可以另行提出',
    explanation: '同一事项上年已经作出复核意见，来访人没有提出新的事实和理由，已说明。',
  },
  {
    ground: 'unlawful',
    channel: '应当遵守《治安管理处罚法》和校规',
    explanation: '诉求违反学校规定，已进行劝导教育并告知后果。',
  },
]
