import { useCatalogue } from './use-catalogue.ts'

/** Whom to call: the unit, who sits with the office for it, its contact, its head and its telephone. */
export function UnitContact({ unit }: { readonly unit: string }) {
  const found = useCatalogue().units.find(({ code }) => code === unit)
  if (found === undefined) return <>{unit}</>
  const { name, resident, contact, head, phone, place } = found
  const parts = [
    name,
    resident === '' ? '' : `入驻专人 ${resident}`,
    contact === '' ? '' : `联系人 ${contact}`,
    head === '' ? '' : `负责人 ${head}`,
    phone === '' ? '' : `电话 ${phone}`,
    place,
  ].filter((part) => part !== '')
  return (
    <>{parts.length === 1 ? `${name}（还没有登记联系人和电话，可在设置的“单位”中补充）` : parts.join('　')}</>
  )
}
