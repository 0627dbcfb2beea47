/** Writes a new capability: a folder of the shape that ARCHITECTURE.md asks for, green from the start. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const templates = fileURLToPath(new URL('./capability', import.meta.url));
const kebab = /^[a-z]+(-[a-z]+)*$/;

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `names` is the folder, say `travel-orders`; `name` is one of them, say `travel-order`. */
export interface SliceName {
  readonly names: string;
  readonly name: string;
}

/** Where a template goes within the capability's folder. */
const placeOf = (template: string, { names, name }: SliceName): string => {
  switch (template) {
    case 'thing.ts':
      return `${name}.ts`;
    case 'story.test.ts':
      return `${names}.test.ts`;
    case 'migration.sql':
      return `migrations/001-create-${names}.sql`;
    default:
      return template;
  }
};

const fill = (text: string, { names, name }: SliceName): string => {
  const words = new Map([
    ['names', names],
    ['name', name],
    ['Names', pascal(names)],
    ['Name', pascal(name)],
    ['aNames', camel(names)],
    ['aName', camel(name)],
    ['table', name.replaceAll('-', '_')],
  ]);
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, word: string) => words.get(word) ?? whole);
};

/** Adds it at the end of the list of architecture.mjs: it may call all others, none may call it. */
const list = (root: string, names: string): void => {
  const path = join(root, 'architecture.mjs');
  const text = readFileSync(path, 'utf8');
  const longer = text.replace(
    /(capabilities = \[[^\]]*?'[a-z-]+')(,?\s*\])/,
    (_, start: string, end: string) => `${start}, '${names}'${end}`,
  );
  if (longer === text) throw new Error('architecture.mjs has no list `capabilities = […]` to add to');
  writeFileSync(path, longer);
};

/** What is wrong with the names, to be read by who typed them; null when nothing is. */
export const nameError = (root: string, { names, name }: SliceName): string | null => {
  if (!kebab.test(names) || !kebab.test(name))
    return 'Use small letters and hyphens: travel-orders travel-order.';
  if (names === name) return `Say one of them too: npm run new-capability -- ${names} <one of them>.`;
  if (existsSync(join(root, 'server/capabilities', names)))
    return `server/capabilities/${names} is there already.`;
  return null;
};

/** Writes the slice below `root` and lists it in architecture.mjs; answers the files written. */
export const writeSlice = (root: string, slice: SliceName): readonly string[] => {
  const written = readdirSync(templates).map((file) => {
    const place = placeOf(file.replace(/\.txt$/, ''), slice);
    const path = join('server/capabilities', slice.names, place);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), fill(readFileSync(join(templates, file), 'utf8'), slice));
    return path;
  });
  list(root, slice.names);
  return written.sort();
};
