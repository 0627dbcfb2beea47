/** Ways out of the node to its owner's own mail and software: for pointers, never for content. */
export type { Notice, NoticeWay } from './notice.ts';
export { openNoticeWays } from './ways.ts';
