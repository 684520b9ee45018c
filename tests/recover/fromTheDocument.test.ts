/**
 * recover.py needs nothing that docs/format.md does not say: every name, number and text in its source that is about
 * the format stands in the document. So whoever writes a reader from the document alone has what that one had.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PYTHON, RECOVER_SCRIPT } from '../support/recoverScript.ts'

const doc = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8')

/** What Python itself finds in the source: constants, members read by name, and words of its SQL. */
const FIND = `
import ast, json, re, sys
tree = ast.parse(open(sys.argv[1], encoding='utf-8').read())
constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
texts = [value for value in constants if isinstance(value, str)]
members = {(ast.unparse(node.value), node.slice.value) for node in ast.walk(tree)
           if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)}
members |= {(ast.unparse(node.func.value), node.args[0].value) for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith('.get')
            and isinstance(node.args[0], ast.Constant)}
sql = [text for text in texts if re.search(r'SELECT|FROM', text)]
print(json.dumps({
    'numbers': sorted({value for value in constants if type(value) is int}),
    'magics': sorted({value.decode('latin1') for value in constants if isinstance(value, bytes) and len(value) > 4}),
    'domains': sorted({text for text in texts if re.fullmatch(r'Em[A-Z]\\w+', text)}),
    'members': sorted([on, name] for on, name in members if isinstance(name, str)),
    'columns': sorted({word for text in sql for word in re.findall(r'\\b[a-z_]{2,}\\b', text)}),
}))
`

interface Source {
  readonly numbers: readonly number[]
  readonly magics: readonly string[]
  readonly domains: readonly string[]
  readonly members: readonly (readonly [string, string])[]
  readonly columns: readonly string[]
}
const source = JSON.parse(
  spawnSync(PYTHON, ['-c', FIND, RECOVER_SCRIPT], { encoding: 'utf8' }).stdout,
) as Source

/** Numbers of the script that are no part of the format, or follow from what the document says. */
const EXPLAINED: Readonly<Record<number, string>> = {
  60: 'length of a file name it writes',
  63: 'the mode of its files (umask 077)',
  66: '64 of the signature and 2 of a length before the head',
  68: '8 + 32 + 24 + 4 before the box of a row',
  448: 'the mode of its folder (700)',
  4097: 'the first size above 4096',
  10000: 'how far it looks behind a gap whose end is not known',
  4294967295: '0xffffffff',
  [2 ** 64 - 1]: 'largest u64',
}
/** Members that it writes itself, in the form of its own output. */
const OWN = /^(?:record|entry|file)\.(?:createdAt|updatedAt|path)$|^each\.retractedBy$/

describe('recover.py', () => {
  it('knows no domain, context or magic that is not in the document', () => {
    expect(source.domains.length).toBeGreaterThan(15)
    expect(source.domains.filter((text) => !doc.includes(text))).toEqual([])
    expect(source.magics).toEqual(['EMANET\r\n', 'EMOBJECT'])
    for (const magic of source.magics) {
      expect(doc).toContain(magic.replace('\r\n', '\\r\\n'))
    }
  })

  it('knows no member and no column that is not in the document', () => {
    const named = (name: string) => new RegExp(`\\b${name}\\b`).test(doc)
    expect(source.members.length).toBeGreaterThan(40)
    const unknown = source.members.filter(
      ([on, name]) => !OWN.test(`${on}.${name}`) && !named(name),
    )
    expect(unknown).toEqual([])
    const schema = /```sql\n([\s\S]*?)```/.exec(doc)?.[1] ?? ''
    expect(source.columns.length).toBeGreaterThan(10)
    expect(source.columns.filter((name) => !new RegExp(`\\b${name}\\b`).test(schema))).toEqual([])
  })

  it('knows no number that is not in the document', () => {
    expect(source.numbers.length).toBeGreaterThan(30)
    const unknown = source.numbers.filter(
      (number) => !new RegExp(`(?<![\\w.])${number}(?!\\w)`).test(doc) && !(number in EXPLAINED),
    )
    expect(unknown).toEqual([])
  })
})
