import * as word from 'docx'
import { describe, expect, test } from 'vitest'
import { openPackage, partText } from '../../src/documents/package.ts'
import { recordDocument } from '../../src/documents/volume-document.ts'
import { lineOf, volumeDocument } from '../../src/documents/volume-parts.ts'

const partOf = (bytes: Uint8Array, part: string): string => partText(openPackage(bytes, ''), part)

describe('a page of an archive', () => {
  test('is Chinese, but its figures are not, so that no year is broken in two', async () => {
    const styles = partOf(await volumeDocument(word, '封面', [lineOf(word, '2026年')]), 'word/styles.xml')
    expect(styles).toMatch(
      /<w:docDefaults>.*<w:lang w:val="zh-CN" w:eastAsia="zh-CN"\/>.*<\/w:docDefaults>/su,
    )
    expect(styles).toMatch(
      /w:styleId="Normal".*?<w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"\/><\/w:rPr>/su,
    )
  })

  test('sets a long label in with all of its lines', async () => {
    const lines = [{ depth: 2, label: '受损地表水（立方米）', value: '5200' }]
    const body = partOf(await recordDocument([], [], [{ title: '案情', lines }]), 'word/document.xml')
    expect(body).toMatch(/<w:ind w:left="420"\/>.*>受损地表水（立方米）</su)
  })
})
