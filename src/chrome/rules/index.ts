/** The registry of rules; ties are settled in this order. */
import type { Rule } from '../../core/contracts.ts';
import { adLine } from './ad-line.ts';
import { afterBody } from './after-body.ts';
import { beforeBody } from './before-body.ts';
import { breadcrumb } from './breadcrumb.ts';
import { browserNotice } from './browser-notice.ts';
import { callToAction } from './call-to-action.ts';
import { captionCredit } from './caption-credit.ts';
import { captions } from './captions.ts';
import { comments } from './comments.ts';
import { cookieNotice } from './cookie-notice.ts';
import { copyright } from './copyright.ts';
import { endMarker } from './end-marker.ts';
import { farSegment } from './far-segment.ts';
import { headlinesAfter } from './headlines-after.ts';
import { htmlRegion } from './html-region.ts';
import { legalNotice } from './legal-notice.ts';
import { linkList } from './link-list.ts';
import { menuLine } from './menu-line.ts';
import { navLabels } from './nav-labels.ts';
import { noComments } from './no-comments.ts';
import { offTopic } from './off-topic.ts';
import { pageLabels } from './page-labels.ts';
import { pager } from './pager.ts';
import { postControls } from './post-controls.ts';
import { postHeaders } from './post-headers.ts';
import { pullQuote } from './pull-quote.ts';
import { recurringLabel } from './recurring-label.ts';
import { related } from './related.ts';
import { searchBox } from './search-box.ts';
import { shareLabels } from './share-labels.ts';
import { shortRun } from './short-run.ts';
import { signature } from './signature.ts';
import { symbols } from './symbols.ts';

export const RULES: readonly Rule[] = [
  noComments,
  comments,
  endMarker,
  shareLabels,
  searchBox,
  copyright,
  legalNotice,
  browserNotice,
  cookieNotice,
  signature,
  callToAction,
  captionCredit,
  captions,
  pullQuote,
  related,
  headlinesAfter,
  adLine,
  navLabels,
  breadcrumb,
  menuLine,
  pageLabels,
  pager,
  postControls,
  postHeaders,
  symbols,
  recurringLabel,
  htmlRegion,
  linkList,
  shortRun,
  farSegment,
  beforeBody,
  afterBody,
  offTopic,
];
