import { Checkbox, Select } from '@mantine/core'
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  importFieldSchema,
} from '../../../shared/domain/channel-work.ts'
import { useCategoryOptions } from '../../ui/CategorySelect.tsx'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'

type Props = {
  readonly headings: readonly string[]
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** Which column is which field; what is left out is filled in as said. */
export function MappingForm({ headings, mapping, onChange }: Props) {
  const { channels } = useCatalogue()
  const categories = useCategoryOptions(mapping.category)

  function choose(field: ImportField, heading: string | null) {
    const { [field]: _, ...columns } = mapping.columns
    onChange({ ...mapping, columns: heading === null ? columns : { ...columns, [field]: heading } })
  }

  return (
    <section className={`${classes['fields']} ${classes['section']}`} aria-label="对应关系">
      {importFieldSchema.options.map((field) => (
        <Select
          key={field}
          className={classes['three'] ?? ''}
          size="xs"
          label={IMPORT_FIELDS[field].label}
          required={IMPORT_FIELDS[field].required}
          placeholder="文件里没有"
          data={[...headings]}
          value={mapping.columns[field] ?? null}
          onChange={(heading) => choose(field, heading)}
          filter={filterByPinyin}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `清除${IMPORT_FIELDS[field].label}`, tabIndex: -1 }}
        />
      ))}
      <Select
        className={classes['three'] ?? ''}
        size="xs"
        label="没有写渠道的，算作"
        allowDeselect={false}
        data={channels.filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }))}
        value={mapping.channel}
        onChange={(channel) => onChange({ ...mapping, channel: channel ?? mapping.channel })}
        filter={filterByPinyin}
        searchable
      />
      <Select
        className={classes['six'] ?? ''}
        size="xs"
        label="没有写分类的，算作"
        placeholder="不导入"
        data={categories}
        value={mapping.category}
        onChange={(category) => onChange({ ...mapping, category })}
        filter={filterByPinyin}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': '清除没有写分类的', tabIndex: -1 }}
      />
      <Checkbox
        className={classes['six'] ?? ''}
        mt={24}
        label="导入后直接交分类的归口单位办理（直达，无需逐件转办）"
        checked={mapping.dispatch}
        onChange={(event) => onChange({ ...mapping, dispatch: event.currentTarget.checked })}
      />
    </section>
  )
}
