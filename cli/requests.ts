/** `tansiq requests`: what is asked of a running node, how far it is, and one of them as a file. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { boardViews, exportFormats } from '../server/capabilities/requests/index.ts';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { languages } from '../server/kernel/faults.ts';
import { readId } from '../server/kernel/ids.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { dataFolder } from './serve.ts';

interface Options {
  readonly data?: string;
  readonly json: boolean;
}

const otherVersion = 'The node answered something else. Is it of the same version as this command?';
const listIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const list = value[name];
  if (!Array.isArray(list)) throw new CommandError(otherVersion);
  return list.filter(isObject);
};

const dueOf = ({ dueAt, pausedAt }: JsonObject): string => {
  if (typeof dueAt === 'string') return `due ${dueAt}`;
  return typeof pausedAt === 'string' ? 'clock stopped' : '';
};

const list = async (options: Options & { readonly view: string; readonly limit: string }): Promise<void> => {
  if (!boardViews.some((view) => view === options.view))
    throw new CommandError(`There is no view “${options.view}”. Views: ${boardViews.join(', ')}`);
  const operator = await openOperator(dataFolder(options.data));
  const query = new URLSearchParams({ view: options.view, limit: options.limit });
  const answer = await operator.get(`/operator/requests?${query}`);
  if (!isObject(answer)) throw new CommandError(otherVersion);
  const rows = listIn(answer, 'items');
  createOutput(options.json).result(answer, (say) => {
    if (rows.length === 0) say('Nothing.');
    for (const row of rows)
      say([row.item, row.state, row.urgency, dueOf(row), row.title].filter(Boolean).join('  '));
    if (typeof answer.next === 'string') say('There is more: --limit 200, or --json for the cursor.');
  });
};

const show = async (id: string, options: Options): Promise<void> => {
  const operator = await openOperator(dataFolder(options.data));
  const answer = await operator.get(`/operator/requests/${encodeURIComponent(id)}`);
  if (!isObject(answer) || !isObject(answer.item)) throw new CommandError(otherVersion);
  const { item } = answer;
  createOutput(options.json).result(answer, (say) => {
    say(`${String(item.title)}`);
    say(`${String(item.summary)}`);
    for (const strand of listIn(answer, 'strands'))
      say(`  ${String(strand.addressee)}  ${String(strand.state)}  ${dueOf(strand)}`);
    for (const step of listIn(answer, 'steps'))
      say(`  ${String(step.at)}  ${String(step.by)}  ${String(step.kind)}  ${String(step.text)}`);
  });
};

interface ExportOptions extends Options {
  readonly format: string;
  readonly language: string;
  readonly out?: string;
}

const requireOneOf = (flag: string, value: string, values: readonly string[]): void => {
  if (!values.includes(value))
    throw new CommandError(
      `${flag} is “${value}”; it must be one of: ${values.join(', ')}.`,
      exitCodes.usage,
    );
};

const exportRequest = async (id: string, options: ExportOptions): Promise<void> => {
  const { format, language } = options;
  if (readId('item', id) === null)
    throw new CommandError('That is no id of a request: tansiq requests list', exitCodes.usage);
  requireOneOf('--format', format, exportFormats);
  requireOneOf('--language', language, languages);
  const operator = await openOperator(dataFolder(options.data));
  const query = new URLSearchParams({ format, language });
  const parts: Uint8Array[] = [];
  for await (const part of await operator.stream(`/operator/requests/${id}/export?${query}`))
    parts.push(part);
  const bytes = Buffer.concat(parts);
  const ending = format === 'stix' ? 'json' : `${language}.pdf`;
  const out = options.out ?? `request-${id.slice(-12)}.${ending}`;
  await writeFile(out, bytes, { mode: 0o600 });
  createOutput(options.json).result({ out, format, bytes: bytes.length }, (say) =>
    say(`${out}: ${bytes.length} bytes`),
  );
};

/** Adds `requests` to the command. */
export const addRequests = (program: Command): void => {
  const requests = program.command('requests').description('requests for information');
  const shared = (command: Command): Command =>
    command
      .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
      .option('--json', 'print as JSON', false);
  shared(requests.command('list').description('the board of the service, by the time that answers are due'))
    .option('--view <view>', boardViews.join(', '), 'waiting-us')
    .option('--limit <number>', 'lines at most, up to 200', '50')
    .action(list);
  shared(requests.command('show <id>').description('one request, and all that was said about it')).action(
    show,
  );
  shared(
    requests
      .command('export <id>')
      .description('write one with its answers: a STIX 2.1 bundle, or a PDF; the journal keeps that it was'),
  )
    .option('--format <format>', exportFormats.join(' or '), 'stix')
    .option('--language <language>', `of the PDF: ${languages.join(', ')}`, 'en')
    .option('--out <file>', 'the file to write (default: request-….json or .pdf, here)')
    .action(exportRequest);
};
