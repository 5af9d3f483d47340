/** What leaders write most often; each is put behind what stands there already. */
export const PHRASES = [
  '请按规定时限办理，并将结果答复反映人。',
  '请认真调查核实，依规依政策妥善处理。',
  '请牵头会同有关单位研究，提出处理意见后报我。',
  '请做好解释说明和思想疏导工作。',
  '同意拟办意见，请抓紧落实。',
  '请纪检监察部门按程序办理，注意保密。',
  '此件请限期办结，逾期由办公室督办。',
] as const

export function withPhrase(text: string, phrase: string): string {
  const before = text.trimEnd()
  return before === '' ? phrase : `${before}${/[。！？；]$/u.test(before) ? '' : '。'}${phrase}`
}
