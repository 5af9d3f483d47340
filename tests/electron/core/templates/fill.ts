import { TemplateHandler } from 'easy-template-x'
import { unzipSync } from 'fflate'
import { qrPng } from '../../../../electron/core/documents/qr.ts'
import { fillTemplate } from '../../../../electron/core/templates/fill-template.ts'
import { starterTemplate } from '../../../../electron/core/templates/starter.ts'
import type { DocumentKind } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { knownNames, valuesOf } from '../../../../shared/documents/template-fields/catalogue.ts'
import { CREATED_AT } from '../documents/papers.ts'

export function starter(kind: DocumentKind): Buffer {
  return starterTemplate(kind, { organ: '海岱师范学院学校办公室', createdAt: CREATED_AT })
}

export function partsIn(file: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(file)))
}

export async function filled(kind: DocumentKind, template: Uint8Array, paper: Paper): Promise<Buffer> {
  return fillTemplate(partsIn(template), {
    values: valuesOf(kind, paper),
    known: knownNames(kind),
    code: qrPng(paper.code ?? ''),
    title: paper.name,
    createdAt: CREATED_AT,
  })
}

const reader = new TemplateHandler()

/** What a reader sees, without the blanks that only place it. */
export async function textOf(file: Uint8Array): Promise<string> {
  return (await reader.getText(Buffer.from(file))).replaceAll(/\s/gu, '')
}
