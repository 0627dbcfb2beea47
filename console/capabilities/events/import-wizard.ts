/** A file on its way into an event: the file, its report as it was last looked at, what was done with it. */
import { useState } from 'react';
import {
  type ImportFile,
  type ImportReport,
  type ImportSettings,
  importLimits,
  recognised,
} from '../../../server/capabilities/events/imports/contract.ts';
import { ApiFault } from '../../kit/api.ts';
import { settingsOfSource, useImport, useImportPreview } from './import-queries.ts';

/** Bytes turned into characters at a time: more arguments than this overflow a call. */
const slice = 8_192;
const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let start = 0; start < bytes.length; start += slice)
    binary += String.fromCharCode(...bytes.subarray(start, start + slice));
  return btoa(binary);
};

/** What a file is found again by: its name without the ending. */
const sourceOf = (fileName: string): string =>
  fileName.replace(/\.[^.]+$/, '').slice(0, importLimits.source) || fileName.slice(0, importLimits.source);

/** As the source was read the last time; what is asked anew each time is not taken over. */
const settingsFor = async (event: string, source: string): Promise<ImportSettings> => {
  const known = await settingsOfSource(event, source).catch(() => ({ settings: null }));
  const { outside: _, ...settings } = known.settings ?? recognised;
  return { ...settings, overrule: [], links: {} };
};

const isFault = (error: unknown, code: string): boolean => error instanceof ApiFault && error.code === code;

export const useWizard = (event: string) => {
  const preview = useImportPreview(event);
  const importing = useImport(event);
  const [picked, setPicked] = useState<File | null>(null);
  const [file, setFile] = useState<ImportFile | null>(null);
  const [id, setId] = useState<string | null>(null);
  // As it was last looked at: it stays in sight while it is looked at again.
  const [report, setReport] = useState<ImportReport | null>(null);
  const look = (next: ImportFile): void => {
    importing.reset();
    setId(null);
    setFile(next);
    preview.mutate(next, { onSuccess: setReport });
  };
  const clear = (): void => {
    setPicked(null);
    setFile(null);
    setReport(null);
    setId(null);
    preview.reset();
    importing.reset();
  };
  const choose = async (chosen: File): Promise<void> => {
    clear();
    setPicked(chosen);
    const content = toBase64(new Uint8Array(await chosen.arrayBuffer()));
    const source = sourceOf(chosen.name);
    const settings = await settingsFor(event, source);
    look({ content, fileName: chosen.name.slice(0, 300), source, settings });
  };
  const change = (more: Partial<ImportSettings>): void => {
    if (file !== null) look({ ...file, settings: { ...file.settings, ...more } });
  };
  /** Again under the same id: where the answer was lost on the way, the node says that it is done. */
  const run = (): void => {
    if (file === null || report === null) return;
    const next = id ?? crypto.randomUUID();
    setId(next);
    importing.mutate({ id: next, file, digest: report.digest });
  };
  const isDone = importing.isSuccess || isFault(importing.error, 'events/import-done');
  /** What was looked at holds no more: it is looked at again before it is imported. */
  const isStale = isFault(importing.error, 'events/import-other');
  return { preview, importing, picked, file, report, id, isDone, isStale, look, choose, change, run, clear };
};
export type Wizard = ReturnType<typeof useWizard>;
