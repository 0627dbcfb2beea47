/** Writes protocol/{messages,roster} from the schemas that the house reads with. `--check` only compares. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolFiles, rosterFiles } from './protocol-files.ts';

const root = join(import.meta.dirname, '..', 'protocol');
const folders = { messages: protocolFiles(), roster: rosterFiles() };

for (const [name, files] of Object.entries(folders)) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  if (process.argv.includes('--check')) {
    const written = new Map(
      readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const),
    );
    const names = new Set([...written.keys(), ...files.keys()]);
    const differing = [...names].filter((file) => written.get(file) !== files.get(file));
    if (differing.length > 0) {
      console.error(`protocol/${name} differs: ${differing.join(', ')}. Run: npx tsx scripts/protocol.ts`);
      process.exit(1);
    }
  } else {
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    console.log(`protocol/${name}: ${files.size} schemas written`);
  }
}
