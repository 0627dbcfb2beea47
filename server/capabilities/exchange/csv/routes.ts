/** HTTP adapter of tables. */
import { actorOf, type HttpApp, httpLimits } from '../../../plumbing/http/index.ts';
import { csvImportReportSchema, csvImportSchema, csvPreviewSchema, csvReportSchema } from './contract.ts';
import type { CsvImport } from './csv-service.ts';

const tags = ['exchange'];
const path = '/api/exchange/csv';

/** Registers `/api/exchange/csv`. */
export const registerCsv = (app: HttpApp, service: CsvImport): void => {
  const foreign = { bodyLimit: httpLimits.importBytes, config: { keptAsGiven: ['file'] } };
  app.post(
    `${path}/preview`,
    { ...foreign, schema: { tags, body: csvPreviewSchema, response: { 200: csvReportSchema } } },
    (request) => service.preview(actorOf(request), request.body.file),
  );
  app.post(
    `${path}/import`,
    { ...foreign, schema: { tags, body: csvImportSchema, response: { 200: csvImportReportSchema } } },
    (request) => {
      const { file, draft, leaveOut } = request.body;
      return service.importTable(actorOf(request), file, draft, leaveOut);
    },
  );
};
