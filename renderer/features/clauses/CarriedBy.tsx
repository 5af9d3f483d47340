import type { Clause } from '../../../shared/domain/clause.ts'
import { classes } from './classes.ts'

/** For whoever checks the program: the file, the call and the test behind the row. */
export function CarriedBy({ clause }: { readonly clause: Clause }) {
  return (
    <details className={classes['carried']}>
      <summary>规则、接口与测试</summary>
      <dl>
        <dt>规则或程序文件</dt>
        <dd>
          {clause.core.file}（{clause.core.name}）
        </dd>
        <dt>接口</dt>
        <dd>{clause.call}</dd>
        <dt>测试</dt>
        <dd>
          {clause.test.file}：{clause.test.title}
        </dd>
      </dl>
    </details>
  )
}
