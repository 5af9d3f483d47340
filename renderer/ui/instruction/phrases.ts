/** What leaders write most often; each is put behind what stands there already. */
export const PHRASES = [
  '请按时限办理并答复反映人。',
  '请认真调查核实，妥善处理。',
  '请牵头会同有关单位研究处理。',
  '请做好解释说明和疏导工作。',
  '同意拟办意见，请抓紧落实。',
  '请按程序办理，注意保密。',
  '请限期办结并报告结果。',
  '请调研后提出解决方案报我。',
] as const

export function withPhrase(text: string, phrase: string): string {
  const before = text.trimEnd()
  return before === '' ? phrase : `${before}${/[。！？；]$/u.test(before) ? '' : '。'}${phrase}`
}
