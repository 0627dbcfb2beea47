/** What the log is narrowed to: kept in the address, so that a view can be sent to a colleague. */
export const logFilterNames = ['q', 'author', 'desk', 'circle', 'kind', 'pinned', 'from', 'to'] as const;
export type LogFilterName = (typeof logFilterNames)[number];
export type LogFilters = { readonly [Name in LogFilterName]?: string };

/** Reads the address; the router takes `?q=2024` for a number and `?pinned=true` for a truth. */
export const readLogFilters = (search: Record<string, unknown>): LogFilters =>
  Object.fromEntries(
    logFilterNames.flatMap((name) => {
      const value = search[name];
      const isSaid = typeof value === 'string' ? value !== '' : ['number', 'boolean'].includes(typeof value);
      return isSaid ? [[name, String(value)]] : [];
    }),
  );

export const countLogFilters = ({ q: _question, ...filters }: LogFilters): number =>
  Object.values(filters).filter((value) => value !== undefined && value !== 'false').length;
