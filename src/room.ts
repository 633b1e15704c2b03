import type { TaskList } from 'graphile-worker';
import type { ActionKind } from './actions/action-kind.ts';
import type { LastingLinks } from './actions/lasting-link.ts';
import type { AfterRestore } from './backup/restore.ts';
import type { AroundAsks } from './campaigns/around-asks.ts';
import type { CampaignLink } from './campaigns/campaign-links.ts';
import type { Lang } from './config/langs.ts';
import type { Demonstration } from './controllers/demonstration.ts';
import type { Queries } from './database/database.ts';
import type { AcrossRooms, Lent, TableName } from './database/owned-tables.ts';
import type { AnyAddress } from './http/address.ts';
import type { App } from './http/app.ts';
import type { Failure } from './http/failure.ts';
import type { Measure } from './http/metrics.ts';
import type { OpenEndpoint } from './http/open-endpoint.ts';
import type { Panel, PanelContexts, PanelName } from './http/panels.ts';
import type { RoomFeed } from './http/room-feed.ts';
import type { Route } from './http/route.ts';
import type { SearchDocuments } from './http/search-document.ts';
import type { Navigation } from './http/view.ts';
import type { Visible } from './http/visible.ts';
import type { Key } from './locales/catalogues.ts';
import type { LastReply } from './mail/last-replies.ts';
import type { MailGateway } from './mail/mail-gateway.ts';
import type { ReturnedMails } from './mail/our-mail.ts';
import type { OfficeRoute } from './office/office-route.ts';
import type { Waits } from './office/waits.ts';
import type { PublicationKind } from './publications/publication-kind.ts';
import type { RoomContent } from './starting-content/content-unit.ts';
import type { PersonalData } from './supporters/personal-data.ts';
import type { Retention } from './work/retention.ts';
import type { RowRule } from './work/row-rules.ts';
import type { Duty, Pulse } from './work/run-duties.ts';

/** What background work is given. */
export interface Work {
  readonly app: App;
  /** The same, with connections whose statements may take long. */
  readonly patient: App;
  readonly post: MailGateway;
  /** Between two looks for mail to send. */
  readonly seconds: number;
}

/** A page in each language; undefined where it is not there in one. */
export type PageIn = (lang: Lang) => string | undefined;

/**
 * What one folder of `src/` adds to the whole. Everything central is derived from the list of these in `rooms.ts`; words stand in the
 * room's `words/{lang}.json`, by which keys begin with the room's name.
 */
export interface Room {
  readonly name: string;
  /** From the project's root, where it is not `src/{name}`. */
  readonly folder?: string;
  /** Whether it has words of its own. */
  readonly speaks?: boolean;
  /** Kinds of things that its audited operations are done to, as they are called; what was done, `done.{deed}` in its words says. */
  readonly auditedItems?: Readonly<Record<string, Key>>;
  /** Tables that it alone writes to. */
  readonly owns?: readonly TableName[];
  /** What rooms above may read of them. */
  readonly lends?: Lent;
  /** What it does to tables of rooms below in one statement with its own. */
  readonly across?: readonly AcrossRooms[];
  /** What a new installation starts with, and what later versions bring of it. */
  readonly content?: RoomContent;
  /** How long each of its tables keeps what it has of people; a test holds that every table is named. */
  readonly retention?: Readonly<Record<string, Retention>>;
  /** From its `addresses.ts`. */
  readonly addresses?: Readonly<Record<string, AnyAddress>>;
  readonly routes?: readonly Route[];
  /** Its addresses below /office. */
  readonly office?: readonly OfficeRoute[];
  /** What may wait there for people: the first page of the office shows it. */
  readonly waits?: readonly Waits[];
  /** Links to it from every page. */
  readonly navigation?: Partial<Navigation>;
  /** What an error of its own means to whoever asked. */
  readonly failures?: readonly Failure[];
  /** What it shows on pages of lower rooms. */
  readonly panels?: { readonly [Name in PanelName]?: Panel<PanelContexts[Name]> };
  /** Sheets that stand in every page, relative to its folder. */
  readonly styles?: readonly string[];
  /** Work that goes on all the time. */
  readonly pulses?: (work: Work) => readonly Pulse[];
  /** Work at set times. */
  readonly duties?: (work: Work) => readonly Duty[];
  /** Rare work that somebody asked for. */
  readonly tasks?: (work: Work) => TaskList;
  /** Sets right what a process left that was killed; called before the work begins. */
  readonly recover?: (patient: App) => Promise<unknown>;
  /** Sets right what was written while a clock was wrong. */
  readonly afterClockWasSet?: (patient: App) => Promise<unknown>;
  /** What actions of its kinds mean. */
  readonly actionKinds?: readonly ActionKind[];
  readonly personalData?: PersonalData;
  /** What it has of a demonstration. */
  readonly demonstration?: Demonstration;
  /** Mailed links that work for long, by what they are for. */
  readonly lastingLinks?: readonly LastingLinks[];
  /** Whose mail has come back. */
  readonly returnedMails?: ReturnedMails;
  /** What servers said to what it sent last, the newest first. */
  readonly lastReplies?: (queries: Queries) => Promise<readonly LastReply[]>;
  /** Settles what happened since a backup was made, when it is put back. */
  readonly afterRestore?: AfterRestore;
  readonly feeds?: readonly RoomFeed[];
  /** What somebody may find by words. */
  readonly searchDocuments?: readonly SearchDocuments[];
  /** What it says of an ask whose rules are looked at before they are changed. */
  readonly aroundAsks?: AroundAsks;
  /** Where it leads from a campaign in the office. */
  readonly campaignLinks?: readonly CampaignLink[];
  /** What it adds to the API. */
  readonly endpoints?: readonly OpenEndpoint[];
  /** What no constraint can hold of its tables. */
  readonly rowRules?: readonly RowRule[];
  readonly measures?: readonly Measure[];
  /** The authored things that it has: each has a row in `publications`, by which the gate decides who sees it. */
  readonly publications?: readonly PublicationKind[];
  /** Pages that a search engine may show. */
  readonly sitemap?: (app: App) => Promise<Visible<readonly PageIn[]>>;
  /** Tags of what its part of the sitemap is made of. */
  readonly sitemapTags?: readonly string[];
}
