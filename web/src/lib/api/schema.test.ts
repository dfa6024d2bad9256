// @vitest-environment node
import openapiTS, { astToString } from 'openapi-typescript'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('the generated client is what openapi.json says: run `npm run client`', async () => {
  const ast = await openapiTS(read('../../../openapi.json'), { defaultNonNullable: false })
  expect(read('./schema.gen.ts')).toContain(astToString(ast).trim())
})
