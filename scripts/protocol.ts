/** Writes protocol/messages/*.json from the schemas that the house reads with. `--check` only compares. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolFiles } from './protocol-files.ts';

const folder = join(import.meta.dirname, '..', 'protocol', 'messages');
const files = protocolFiles();

if (process.argv.includes('--check')) {
  const written = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  );
  const names = new Set([...written.keys(), ...files.keys()]);
  const differing = [...names].filter((name) => written.get(name) !== files.get(name));
  if (differing.length > 0) {
    console.error(`protocol/messages differs: ${differing.join(', ')}. Run: npx tsx scripts/protocol.ts`);
    process.exit(1);
  }
} else {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  console.log(`protocol/messages: ${files.size} schemas written`);
}
