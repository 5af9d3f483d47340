/** Where each paper of the file comes from, for whoever finds it missing. */
const WAYS: readonly (readonly [name: RegExp, way: string])[] = [
  [/登记表/, '在文书栏印发来访登记表'],
  [/转办函/, '在文书栏起草并印发转办函'],
  [/交办函/, '在文书栏起草并印发交办函'],
  [/反馈/, '请承办单位填写反馈表后，用“单位反馈”登记'],
  [/答复/, '用“答复反映人”登记'],
]

export function howToGet(paper: string): string {
  return WAYS.find(([name]) => name.test(paper))?.[1] ?? '请在办理经过中补记'
}
