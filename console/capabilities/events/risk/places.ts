/** Which views of risk there are. */
export const riskViews = ['map', 'matrix', 'rose', 'proposals', 'posts', 'templates', 'visitors'] as const;
export type RiskView = (typeof riskViews)[number];

/** The view that the address names. */
export const readRiskView = (search: Record<string, unknown>): { view?: RiskView | undefined } => {
  const view = riskViews.find((one) => one === search.view);
  return { view };
};
