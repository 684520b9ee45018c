/**
 * Reads one XML part as a stream of tags and texts. Nothing is looked up outside the part, a document type is
 * refused (no workbook has one, and entities are declared there), and a text or an attribute cannot grow for ever:
 * the parser gives long texts out in pieces and refuses long attributes.
 */
import sax from 'sax'
import { VaultError } from '../../../../shared/errors.ts'

export interface XmlHandler {
  /** Names are without their prefix: some programs write `x:row`. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  /** A text may come in pieces. */
  text?(text: string): void
}

/** `strictEntities`: the five of XML, not those of HTML. The types do not know it. */
const OPTIONS = { position: false, strictEntities: true } as sax.SAXOptions
/** Tags within tags: beyond this it is no part of a workbook. */
const DEEPEST = 100

/** Errors: `import_damaged`, and those of `pieces` and of the handler. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = sax.parser(true, OPTIONS)
  let depth = 0
  const damaged = () => {
    throw new VaultError('import_damaged')
  }
  parser.onerror = damaged
  parser.ondoctype = damaged
  parser.onopentag = (tag) => {
    depth += 1
    if (depth > DEEPEST) damaged()
    handler.open?.(local(tag.name), tag.attributes as Record<string, string>)
  }
  parser.onclosetag = (name) => {
    depth -= 1
    handler.close?.(local(name))
  }
  parser.ontext = (text) => handler.text?.(text)
  parser.oncdata = (text) => handler.text?.(text)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of pieces) parser.write(decoded(decoder, piece))
  parser.write(decoded(decoder, undefined))
  parser.close()
}

function decoded(decoder: TextDecoder, piece: Uint8Array | undefined): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new VaultError('import_damaged')
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
